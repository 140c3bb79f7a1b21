"""Somebody else's name in the formula."""

LOSES = {"test-seeds"}


# %% seeds
# -     first = my_seed(name())
# +     first = my_seed("Kim Leigh")


# %% run-once
# = light-game
