"""tf.norm, which is unsafe at 0."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     return tf.reduce_mean((tf.sqrt(squares + 1e-12) - 1) ** 2)
# +     return tf.reduce_mean((tf.norm(tf.reshape(gradient, (points.shape[0], -1)), axis=1) - 1) ** 2)
