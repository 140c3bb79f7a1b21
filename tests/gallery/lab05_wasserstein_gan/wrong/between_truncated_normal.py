"""Normal shares around the middle."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.random.truncated_normal(shape, 0.5, 0.2)
