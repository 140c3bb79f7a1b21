"""Shares from 0 to 0.5."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = 0.5 * keras.random.uniform(shape)
