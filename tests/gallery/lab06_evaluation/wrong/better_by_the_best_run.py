"""The best run decides."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if first.min() == second.min():

# -     return "A" if first.mean() < second.mean() else "B"
# +     return "A" if first.min() < second.min() else "B"
