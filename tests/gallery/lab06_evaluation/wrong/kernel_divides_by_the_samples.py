"""Divided by the number of samples."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (x @ y.T / x.shape[1] + 1) ** 3
# +         return (x @ y.T / len(x) + 1) ** 3
