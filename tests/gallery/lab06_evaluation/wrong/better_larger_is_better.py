"""The larger distance wins."""

LOSES = {"test-better"}


# %% better
# -     return "A" if first.mean() < second.mean() else "B"
# +     return "A" if first.mean() > second.mean() else "B"
