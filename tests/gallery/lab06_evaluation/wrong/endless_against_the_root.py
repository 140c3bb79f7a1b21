"""Fitted against 1 over the root of n."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     x = 1 / np.asarray(sizes, dtype="float64")
# +     x = 1 / np.sqrt(np.asarray(sizes, dtype="float64"))
