"""Sorts the caller's own arrays."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     share_first = np.searchsorted(np.sort(first), places[:-1], side="right") / len(first)
# +     first.sort()
# +     share_first = np.searchsorted(np.sort(first), places[:-1], side="right") / len(first)
