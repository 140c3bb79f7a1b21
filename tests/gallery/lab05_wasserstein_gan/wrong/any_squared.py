"""Squares the heights."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     return np.sum(np.abs(share_first - share_second) * np.diff(places))
# +     return np.sum((share_first - share_second) ** 2 * np.diff(places))
