"""Sorted the sizes, not the distances."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     x = 1 / np.asarray(sizes, dtype="float64")
# +     x = 1 / np.sort(np.asarray(sizes, dtype="float64"))
