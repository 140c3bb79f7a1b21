"""The control was never run."""

LOSES = {"test-plan"}


# %% plan
# -         "control": "one update",
# +         "control": "the result of the paper",


# %% run-once
# = light-game
