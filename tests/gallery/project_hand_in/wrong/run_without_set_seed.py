"""The weights start from whatever was drawn before."""

LOSES = {"test-repeat"}


# %% run-once
# = light-fit
