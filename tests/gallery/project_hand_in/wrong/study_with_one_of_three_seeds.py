"""Three seeds stated, one run."""

LOSES = {"test-table"}


# %% study
# -         for seed in seeds()
# +         for seed in seeds()[:1]


# %% run-once
# = light-game
