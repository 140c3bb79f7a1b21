"""Rows that stand next to each other, from a random place."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# +             start = rng.integers(len(pool) - 2 * n + 1)
# +             rows = np.arange(start, start + 2 * n)
