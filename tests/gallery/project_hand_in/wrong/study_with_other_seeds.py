"""The table names one seed, the run had another."""

LOSES = {"test-table"}


# %% study
# -         {"condition": condition, "seed": seed} | run_once(condition, seed)
# +         {"condition": condition, "seed": seed} | run_once(condition, seed + 1)


# %% run-once
# = light-game
