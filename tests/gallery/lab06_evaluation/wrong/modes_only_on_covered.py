"""The share on covered modes only."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).mean()
# +     covered = on_mode.mean(axis=0) >= 0.01
# +     return covered.sum(), on_mode[:, covered].any(axis=1).mean()
