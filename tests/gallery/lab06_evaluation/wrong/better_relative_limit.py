"""A difference of a tenth is enough."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if abs(first.mean() - second.mean()) <= 0.1 * second.mean():
