"""The weights start from whatever was drawn before."""

LOSES = {"test-repeat"}


# %% run-once
# -     profile.set_seed(seed)
# +     pass
