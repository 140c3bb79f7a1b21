"""Always half way."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = 0.5
