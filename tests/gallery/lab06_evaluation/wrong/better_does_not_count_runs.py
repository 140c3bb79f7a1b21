"""Does not count the runs."""

LOSES = {"test-better"}


# %% better
# -     if min(len(first), len(second)) < 3:
# -         return "cannot tell"
# +     if min(len(first), len(second)) == 1:
# +         return "A" if first.mean() < second.mean() else "B"
