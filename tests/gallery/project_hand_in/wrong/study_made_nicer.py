"""A little is added to a score, in every line."""

LOSES = {"test-table"}


# %% study
def study():
    lines = []
    for condition in plan()["conditions"]:
        for seed in seeds():
            line = run_once(condition, seed)
            lines.append(
                {"condition": condition, "seed": seed} | line | {"share": 1.1 * line["share"] + 0.01}
            )
    return lines


# %% run-once
def run_once(condition, seed):
    # A light game in the place of the solved one, so that this is quick to try.
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
