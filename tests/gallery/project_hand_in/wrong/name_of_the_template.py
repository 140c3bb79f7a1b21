"""The words that stood there for a name."""

LOSES = {"test-seeds"}


# %% name
# -     return "Kim Lee"
# +     return "Your Name"


# %% run-once
# = light-game
