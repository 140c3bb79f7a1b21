"""Returned nothing where it cannot be told."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# -         return "cannot tell"
# +     if abs(first.mean() - second.mean()) <= 3 * error:
# +         return None
