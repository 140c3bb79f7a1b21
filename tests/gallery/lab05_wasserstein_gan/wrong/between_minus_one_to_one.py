"""Shares from -1 to 1."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.random.uniform(shape, -1.0, 1.0)
