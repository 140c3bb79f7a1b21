"""Fitted against n."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     x = 1 / np.asarray(sizes, dtype="float64")
# +     x = np.asarray(sizes, dtype="float64")
