"""Searches in samples that are not sorted."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     share_first = np.searchsorted(np.sort(first), places[:-1], side="right") / len(first)
# +     share_first = np.searchsorted(first, places[:-1], side="right") / len(first)

# -     share_second = np.searchsorted(np.sort(second), places[:-1], side="right") / len(second)
# +     share_second = np.searchsorted(second, places[:-1], side="right") / len(second)
