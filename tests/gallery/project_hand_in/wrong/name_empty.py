"""No name."""

LOSES = {"test-seeds"}


# %% name
# -     return "Kim Lee"
# +     return ""


# %% run-once
# = light-game
