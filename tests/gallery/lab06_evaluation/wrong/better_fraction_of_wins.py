"""Pairs the runs in their order and counts wins."""

LOSES = {"test-better"}


# %% better
# -     if abs(first.mean() - second.mean()) <= 3 * error:
# +     wins = [x < y for x, y in zip(first, second)]
# +     if sum(wins) * 2 == len(wins):

# -     return "A" if first.mean() < second.mean() else "B"
# +     return "A" if sum(wins) * 2 > len(wins) else "B"
