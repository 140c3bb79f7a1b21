"""The axes of images, also for points of k numbers."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     squares = tf.reduce_sum(gradient**2, axis=list(range(1, len(points.shape))))
# +     squares = tf.reduce_sum(gradient**2, axis=[1, 2, 3])
