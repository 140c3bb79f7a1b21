"""Each sample with itself counts too."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -         return (values.sum() - np.trace(values)) / (len(x) * (len(x) - 1))
# +         return values.mean()
