"""Adds 0.01 under the root."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     return tf.reduce_mean((tf.sqrt(squares + 1e-12) - 1) ** 2)
# +     return tf.reduce_mean((tf.sqrt(squares + 0.01) - 1) ** 2)
