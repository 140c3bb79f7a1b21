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
# = light-game
