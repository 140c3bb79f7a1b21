"""Rounded the distances."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     return found
# +     return found.round()
