"""The seeds of everybody: 1, 2, 3."""

LOSES = {"test-seeds"}


# %% seeds
# -     return [first, first + 1, first + 2]
# +     return [1, 2, 3]


# %% run-once
# = light-game
