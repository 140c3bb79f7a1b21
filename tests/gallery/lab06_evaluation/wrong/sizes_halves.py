"""The first sample always from the first half of the pool."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# +             half = len(pool) // 2
# +             first, second = rng.permutation(half), half + rng.permutation(len(pool) - half)

# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             found[j, r] = measure(pool[first[:n]], pool[second[:n]])
