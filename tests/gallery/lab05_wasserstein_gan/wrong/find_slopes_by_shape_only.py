"""Looks at the shape of the slopes alone."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if slopes.shape != (n,) or np.abs(slopes - right).max() > 0.01:
# +     if slopes.shape != (n,):
