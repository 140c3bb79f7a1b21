"""One of two panels has no unit."""

LOSES = {"test-figure"}


# %% draw
# -     titles = {"groups": ("groups covered (of 25)", 25), "share": ("share on a group (of all points)", 1)}
# +     titles = {"groups": ("groups covered (of 25)", 25), "share": ("share", 1)}


# %% run-once
# = light-game
