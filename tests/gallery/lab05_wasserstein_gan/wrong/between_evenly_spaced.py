"""Evenly spaced shares, in order."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = tf.reshape(tf.linspace(0.0, 1.0, shape[0]), shape)
