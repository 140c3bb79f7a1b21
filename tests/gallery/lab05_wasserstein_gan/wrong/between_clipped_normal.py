"""Normal shares, clipped to [0, 1]."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = keras.ops.clip(keras.random.normal(shape), 0.0, 1.0)
