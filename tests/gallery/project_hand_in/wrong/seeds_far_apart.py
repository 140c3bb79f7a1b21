"""The first seed is the name's, the others are not the next ones."""

LOSES = {"test-seeds"}


# %% seeds
# -     return [first, first + 1, first + 2]
# +     return [first, 2 * first + 1, 3 * first + 7]


# %% run-once
# = light-game
