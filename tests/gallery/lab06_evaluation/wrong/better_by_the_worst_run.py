"""The worst run decides."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     if first.max() == second.max():

# -     return "A" if first.mean() < second.mean() else "B"
# +     return "A" if first.max() < second.max() else "B"
