"""Fitted against the logarithm of n."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     x = 1 / np.asarray(sizes, dtype="float64")
# +     x = np.log(np.asarray(sizes, dtype="float64"))
