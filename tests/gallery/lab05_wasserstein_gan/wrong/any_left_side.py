"""Counts the points below x only."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     share_first = np.searchsorted(np.sort(first), places[:-1], side="right") / len(first)
# +     share_first = np.searchsorted(np.sort(first), places[:-1], side="left") / len(first)

# -     share_second = np.searchsorted(np.sort(second), places[:-1], side="right") / len(second)
# +     share_second = np.searchsorted(np.sort(second), places[:-1], side="left") / len(second)
