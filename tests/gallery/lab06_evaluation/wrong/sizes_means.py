"""Means over the repetitions."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     return found
# +     return found.mean(axis=1)
