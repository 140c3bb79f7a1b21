"""The largest height: another distance (Kolmogorov)."""

LOSES = {"test-distance-any"}


# %% distance-any
# -     return np.sum(np.abs(share_first - share_second) * np.diff(places))
# +     return np.max(np.abs(share_first - share_second))
