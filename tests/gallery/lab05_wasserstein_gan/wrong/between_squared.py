"""The square of a uniform number."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.random.uniform(shape) ** 2
