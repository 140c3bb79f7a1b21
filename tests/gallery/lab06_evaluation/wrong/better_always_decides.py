"""Always decides."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if first.mean() == second.mean():
