"""Looks for shares over 2 only."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if share.min() < -0.005 or share.max() > 1.005:
# +     if share.max() > 2:
