"""Normal shares."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.random.normal(shape)
