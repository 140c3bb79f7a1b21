"""Sorts one of them downwards."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
# -     return np.abs(np.sort(first) - np.sort(second)).mean()
# +     return np.abs(np.sort(first) - np.sort(second)[::-1]).mean()
