"""Nothing to compare with."""

LOSES = {"test-plan"}


# %% plan
# -         "conditions": ["one update", "two updates", "doubled rate"],
# +         "conditions": ["one update"],


# %% run-once
# = light-game
