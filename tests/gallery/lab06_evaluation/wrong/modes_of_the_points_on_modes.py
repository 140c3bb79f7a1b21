"""1 % of the points on a mode."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).mean()
# +     total = max(on_mode.any(axis=1).sum(), 1)
# +     return (on_mode.sum(axis=0) / total >= 0.01).sum(), on_mode.any(axis=1).mean()
