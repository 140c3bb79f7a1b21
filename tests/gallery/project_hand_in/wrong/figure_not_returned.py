"""The figure is made and not returned."""

LOSES = {"test-figure"}


# %% draw
# -     return figure


# %% run-once
# = light-game
