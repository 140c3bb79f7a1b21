"""Forgets shares over 1."""

LOSES = {"test-find-mistake"}


# %% find-mistake
# -     if share.min() < -0.005 or share.max() > 1.005:
# +     if share.min() < -0.005:
