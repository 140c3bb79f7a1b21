"""The norm of each row, right for points of k numbers only, and unsafe at 0."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     squares = tf.reduce_sum(gradient**2, axis=list(range(1, len(points.shape))))
# -     return tf.reduce_mean((tf.sqrt(squares + 1e-12) - 1) ** 2)
# +     return tf.reduce_mean((tf.norm(gradient, axis=1) - 1) ** 2)
