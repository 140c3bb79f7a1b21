"""Exchanged keep and 1 - keep."""

LOSES = {"test-update-average"}


# %% update-average
# -         mean.assign(keep * mean + (1.0 - keep) * new)
# +         mean.assign((1 - keep) * mean + keep * new)
