"""A mean over the pixels."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     squares = tf.reduce_sum(gradient**2, axis=list(range(1, len(points.shape))))
# +     squares = tf.reduce_mean(gradient**2, axis=list(range(1, len(points.shape))))
