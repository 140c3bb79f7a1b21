"""Repetitions first."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     return found
# +     return found.T
