"""No labels."""

LOSES = {"test-figure"}


# %% draw
# -         axes.set(ylabel=label, ylim=(0, 1.04 * most), xlim=(-0.5, len(kinds) - 0.5))
# +         axes.set(ylim=(0, 1.04 * most), xlim=(-0.5, len(kinds) - 0.5))


# %% run-once
def run_once(condition, seed):
    # A light game in the place of the solved one, so that this is quick to try.
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
