"""The share of modes in place of their number."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).mean()
# +     return (on_mode.mean(axis=0) >= 0.01).mean(), on_mode.any(axis=1).mean()
