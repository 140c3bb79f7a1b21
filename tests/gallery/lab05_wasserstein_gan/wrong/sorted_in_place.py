"""Sorts the caller's own arrays."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
# -     return np.abs(np.sort(first) - np.sort(second)).mean()
# +     first.sort()
# +     second.sort()
# +     return np.abs(first - second).mean()
