"""Counts the runs of A only."""

LOSES = {"test-better"}


# %% better
# -     if min(len(first), len(second)) < 3:
# +     if len(first) < 3:
