"""Divided whole numbers."""

LOSES = {"test-endless-distance"}


# %% endless-distance
# -     x = 1 / np.asarray(sizes, dtype="float64")
# +     x = 1 // np.asarray(sizes) + 1e-9 * np.arange(len(sizes))
