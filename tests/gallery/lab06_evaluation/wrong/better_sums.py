"""Sums in place of means."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if abs(first.sum() - second.sum()) <= 3 * error:

# -     return "A" if first.mean() < second.mean() else "B"
# +     return "A" if first.sum() < second.sum() else "B"
