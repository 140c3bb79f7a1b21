"""No labels."""

LOSES = {"test-figure"}


# %% draw
# -         axes.set(ylabel=label, ylim=(0, 1.04 * most), xlim=(-0.5, len(kinds) - 0.5))
# +         axes.set(ylim=(0, 1.04 * most), xlim=(-0.5, len(kinds) - 0.5))


# %% run-once
# = light-game
