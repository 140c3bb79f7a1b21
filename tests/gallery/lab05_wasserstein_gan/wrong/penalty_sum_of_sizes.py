"""The sum of the sizes."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     return tf.reduce_mean((tf.sqrt(squares + 1e-12) - 1) ** 2)
# +     sizes = tf.reduce_sum(tf.abs(tf.reshape(gradient, (points.shape[0], -1))), axis=1)
# +     return tf.reduce_mean((sizes - 1) ** 2)
