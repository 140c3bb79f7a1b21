"""The height at the right end of each stretch."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     share_first = np.searchsorted(np.sort(first), places[:-1], side="right") / len(first)
# -     share_second = np.searchsorted(np.sort(second), places[:-1], side="right") / len(second)
# +     share_first = np.searchsorted(np.sort(first), places[1:], side="right") / len(first)
# +     share_second = np.searchsorted(np.sort(second), places[1:], side="right") / len(second)
