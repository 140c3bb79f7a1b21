"""Left the diagonal out, and divided by all pairs."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (values.sum() - np.trace(values)) / (len(x) * (len(x) - 1))
# +         return (values.sum() - np.trace(values)) / len(x) ** 2
