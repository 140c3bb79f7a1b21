"""Drew rows with replacement."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# +             rows = rng.integers(len(pool), size=2 * n)
