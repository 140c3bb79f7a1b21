"""Python's own hash, another number at each start."""

LOSES = {"test-seeds"}


# %% seeds
# -     first = my_seed(name())
# +     first = hash(name()) % 1_000_000


# %% run-once
# = light-game
