"""Returns the axes."""

LOSES = {"test-figure"}


# %% draw
# -     return figure
# +     return axes


# %% run-once
# = light-game
