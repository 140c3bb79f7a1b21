"""Knows one wrong shape."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if slopes.shape != (n,) or np.abs(slopes - right).max() > 0.01:
# +     if slopes.shape == record["points"].shape[:3]:
