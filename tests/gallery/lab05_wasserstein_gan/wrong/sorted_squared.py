"""Squares the ways."""

LOSES = {"test-distance-sorted"}


# %% distance-sorted
# -     return np.abs(np.sort(first) - np.sort(second)).mean()
# +     return ((np.sort(first) - np.sort(second)) ** 2).mean()
