"""Measured once for each size."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -         for r in range(repeats):
# -             rows = rng.permutation(len(pool))
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +         rows = rng.permutation(len(pool))
# +         found[j] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
