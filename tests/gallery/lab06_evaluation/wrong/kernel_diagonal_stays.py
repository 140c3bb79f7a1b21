"""Divided by n (n - 1) with the diagonal in the sum."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (values.sum() - np.trace(values)) / (len(x) * (len(x) - 1))
# +         return values.sum() / (len(x) * (len(x) - 1))
