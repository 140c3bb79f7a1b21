"""The seed is taken and not used."""

LOSES = {"test-repeat"}


# %% run-once
# -     profile.set_seed(seed)
# +     seed = 1
# +     profile.set_seed(seed)
