"""Divides both counts by the size of the first."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     share_second = np.searchsorted(np.sort(second), places[:-1], side="right") / len(second)
# +     share_second = np.searchsorted(np.sort(second), places[:-1], side="right") / len(first)
