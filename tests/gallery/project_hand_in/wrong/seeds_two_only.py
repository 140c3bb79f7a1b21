"""Two seeds."""

LOSES = {"test-seeds"}


# %% seeds
# -     return [first, first + 1, first + 2]
# +     return [first, first + 1]


# %% run-once
# = light-game
