"""Bars of the means: no seed is seen."""

LOSES = {"test-figure"}


# %% draw
# -             axes.plot([place] * len(values), values, "o", color=plotting.COLOURS[0], mfc="none")
# -             axes.plot([place - 0.2, place + 0.2], [np.mean(values)] * 2, color=plotting.COLOURS[1])
# +             axes.bar(place, np.mean(values), color=plotting.COLOURS[0])


# %% run-once
# = light-game
