"""Two mistakes at once: decides always, and counts a mode with one point."""

LOSES = {"test-better", "test-count-modes"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if first.mean() == second.mean():


# %% count-modes
# -     return (on_mode.mean(axis=0) >= 0.01).sum(), on_mode.any(axis=1).mean()
# +     return (on_mode.any(axis=0)).sum(), on_mode.any(axis=1).mean()
