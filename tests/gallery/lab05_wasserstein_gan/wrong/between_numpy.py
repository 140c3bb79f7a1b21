"""NumPy, frozen in a compiled function."""

LOSES = {"test-points-between"}


# %% points-between
# -     share = keras.random.uniform(shape)
# +     share = np.random.uniform(size=shape).astype("float32")
