"""Sums heights."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     return np.sum(np.abs(share_first - share_second) * np.diff(places))
# +     return np.sum(np.abs(share_first - share_second))
