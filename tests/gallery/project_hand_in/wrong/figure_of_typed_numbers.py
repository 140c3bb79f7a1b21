"""A picture of numbers that were typed in."""

LOSES = {"test-figure"}


# %% draw
def draw(lines):
    figure = plotting.Figure(figsize=(5, 3))
    axes = figure.add_subplot()
    axes.bar(["one update", "two updates", "doubled rate"], [15, 19, 16])
    axes.set_ylabel("groups covered (of 25)")
    return figure


# %% run-once
# = light-game
