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
# = light-game
