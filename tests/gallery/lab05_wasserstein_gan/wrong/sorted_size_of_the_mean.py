"""Takes the size too late."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
# -     return np.abs(np.sort(first) - np.sort(second)).mean()
# +     return np.abs((np.sort(first) - np.sort(second)).mean())
