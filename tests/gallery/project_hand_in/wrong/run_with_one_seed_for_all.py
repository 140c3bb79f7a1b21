"""The seed is taken and not used."""

LOSES = {"test-repeat"}


# %% run-once
# = light-fit
# - def run_once(condition, seed):
# + def run_once(condition, seed):
# +     profile.set_seed(1)
