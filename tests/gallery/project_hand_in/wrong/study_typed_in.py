"""The numbers of yesterday, typed in."""

LOSES = {"test-table"}


# %% study
def study():
    groups = {"one update": (15, 16, 14), "two updates": (19, 20, 18), "doubled rate": (15, 17, 16)}
    return [
        {"condition": kind, "seed": seed, "groups": n, "share": 0.02 * n, "d_loss": 1.2, "steps": 20}
        for kind, numbers in groups.items()
        for seed, n in zip(seeds(), numbers, strict=True)
    ]


# %% run-once
def run_once(condition, seed):
    # A light game in the place of the solved one, so that this is quick to try.
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
