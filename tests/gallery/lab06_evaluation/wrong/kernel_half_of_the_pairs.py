"""Each pair once, divided by all."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (values.sum() - np.trace(values)) / (len(x) * (len(x) - 1))
# +         return np.triu(values, 1).sum() / (len(x) * (len(x) - 1))
