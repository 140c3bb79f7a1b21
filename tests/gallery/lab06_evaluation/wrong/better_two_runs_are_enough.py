"""Two runs are enough."""

LOSES = {"test-better"}


# %% better
# -     if min(len(first), len(second)) < 3:
# +     if min(len(first), len(second)) < 2:
