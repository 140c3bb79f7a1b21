"""Takes the order for the values."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
# -     return np.abs(np.sort(first) - np.sort(second)).mean()
# +     return np.abs(np.argsort(first) - np.argsort(second)).mean()
