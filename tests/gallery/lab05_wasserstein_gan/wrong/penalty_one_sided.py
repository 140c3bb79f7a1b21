"""Slopes over 1 only."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     return tf.reduce_mean((tf.sqrt(squares + 1e-12) - 1) ** 2)
# +     return tf.reduce_mean(tf.nn.relu(tf.sqrt(squares + 1e-12) - 1) ** 2)
