"""Means over the seeds: no line for each seed."""

LOSES = {"test-table"}


# %% study
def study():
    lines = []
    for condition in plan()["conditions"]:
        runs = [run_once(condition, seed) for seed in seeds()]
        lines.append({"condition": condition} | {key: np.mean([run[key] for run in runs]) for key in runs[0]})
    return lines


# %% run-once
# = light-game
