"""A difference of 1 is enough, in any unit."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if abs(first.mean() - second.mean()) <= 1:
