"""A generator of its own for each size."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     for j, n in enumerate(sizes):
# +     for j, n in enumerate(sizes):
# +         rng = np.random.default_rng(1)
