"""Set the generator to the average too."""

LOSES = {"test-update-average"}


# %% update-average
# -         mean.assign(keep * mean + (1.0 - keep) * new)
# +         mean.assign(keep * mean + (1.0 - keep) * new)
# +         new.assign(mean)
