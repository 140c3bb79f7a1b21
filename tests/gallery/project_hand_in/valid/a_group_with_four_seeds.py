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
# = light-game
