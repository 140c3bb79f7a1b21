"""One seed."""

LOSES = {"test-seeds"}


# %% seeds
# -     return [first, first + 1, first + 2]
# +     return [first]


# %% run-once
# = light-game
