"""Sorted the sizes first."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     for j, n in enumerate(sizes):
# +     for j, n in enumerate(sorted(sizes)):
