"""Replaces nan in the value only."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     return tf.reduce_mean((tf.sqrt(squares + 1e-12) - 1) ** 2)
# +     slopes = tf.where(squares > 0, tf.sqrt(squares), 0.0)
# +     return tf.reduce_mean((slopes - 1) ** 2)
