"""Data that the course does not have."""

LOSES = {"test-plan"}


# %% plan
# -         "data": "grid",
# +         "data": "CelebA",


# %% run-once
# = light-game
