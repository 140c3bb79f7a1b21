"""All ticks are taken away."""

LOSES = {"test-figure"}


# %% draw
# -         axes.set_xticks(range(len(kinds)), kinds)
# +         axes.set_xticks(range(len(kinds)), kinds)
# +         axes.set_yticks([])


# %% run-once
# = light-game
