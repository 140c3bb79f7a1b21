"""NumPy."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     squares = tf.reduce_sum(gradient**2, axis=list(range(1, len(points.shape))))
# +     squares = (gradient.numpy().reshape(points.shape[0], -1) ** 2).sum(axis=1)
