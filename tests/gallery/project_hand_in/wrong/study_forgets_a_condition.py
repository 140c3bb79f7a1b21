"""The third condition of the plan was never run."""

LOSES = {"test-table"}


# %% study
# -         for condition in plan()["conditions"]
# +         for condition in plan()["conditions"][:2]


# %% run-once
# = light-game
