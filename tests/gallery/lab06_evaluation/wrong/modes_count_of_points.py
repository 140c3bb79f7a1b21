"""A count of points in place of a share."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).mean()
# +     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).sum()
