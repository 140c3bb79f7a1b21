"""A group's name with accents; four seeds as an array; a table made in two loops, with whole numbers of NumPy."""


# %% name
def name():
    return "Ana Díaz,  KIM Lee & 李 小龙"


# %% seeds
def seeds():
    return my_seed(name()) + np.arange(4)


# %% plan
# -         "data": "grid",
# -         "conditions": ["one update", "two updates", "doubled rate"],
# +         "data": ["Grid"],
# +         "group": "Ana plans, Kim runs, Xiaolong draws",
# +         "conditions": ("two updates", "one update"),


# %% study
def study():
    lines = []
    for seed in seeds():
        for condition in plan()["conditions"]:
            line = run_once(condition, int(seed))
            lines.append({"seed": np.int64(seed), **line, "condition": condition})
    return tuple(lines)


# %% draw
# -     return figure
# +     figure.axes[0].set_ylabel("groups covered [25 there are]")
# +     figure.axes[1].set_ylabel("share on a group / %")
# +     return figure


# %% run-once
def run_once(condition, seed):
    # A light game in the place of the solved one, so that this is quick to try.
    random, steps = np.random.default_rng([seed, len(str(condition))]), profile.steps(3000)
    place, slope = random.normal(size=2)
    for _ in range(steps):
        place, slope = place - 0.1 * slope, slope + 0.1 * (place - 1)
    return {"groups": 5, "share": abs(float(np.tanh(place))), "d_loss": float(slope), "steps": steps}
