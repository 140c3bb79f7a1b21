"""Nothing could refute it."""

LOSES = {"test-plan"}


# %% plan
# -         "refuted if": "The mean with two updates is less than 2 groups above the control's, or the mean with "
# -         "the doubled rate is at most 1 group below that with two updates.",


# %% run-once
# = light-game
