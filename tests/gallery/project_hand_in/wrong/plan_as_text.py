"""A text in the place of a dictionary; the table names its conditions itself."""

LOSES = {"test-plan"}


# %% plan
def plan():
    return "I will see whether two updates are better than one, and I expect that they are."


# %% study
# -         for condition in plan()["conditions"]
# +         for condition in ("one update", "two updates")


# %% run-once
# = light-game
