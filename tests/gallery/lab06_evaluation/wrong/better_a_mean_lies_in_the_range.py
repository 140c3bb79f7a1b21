"""Refuses only if one mean equals the other to a hundredth of the error."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if abs(first.mean() - second.mean()) <= 0.01 * error:
