"""The first rows, always."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# +             rows = np.arange(len(pool))
