"""Forgot that the difference can be negative."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if first.mean() - second.mean() <= 3 * error:
