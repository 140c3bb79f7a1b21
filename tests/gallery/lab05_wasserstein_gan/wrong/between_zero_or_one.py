"""Picks one of the two."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = tf.round(keras.random.uniform(shape))
