"""Exchanged the answers."""

LOSES = {"test-better"}


# %% better
# -     return "A" if first.mean() < second.mean() else "B"
# +     return "B" if first.mean() < second.mean() else "A"
