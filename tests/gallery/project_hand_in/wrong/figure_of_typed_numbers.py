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
def run_once(condition, seed):
    # A light game in the place of the solved one, so that this is quick to try.
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
