"""Ten percent."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).mean()
# +     return (on_mode.mean(axis=0) >= 0.1).sum(), on_mode.any(axis=1).mean()
