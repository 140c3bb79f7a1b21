"""Wants more runs than were agreed."""

LOSES = {"test-better"}


# %% better
# -     if min(len(first), len(second)) < 3:
# +     if min(len(first), len(second)) < 13:
