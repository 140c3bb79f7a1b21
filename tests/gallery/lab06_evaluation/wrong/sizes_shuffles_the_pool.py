"""Shuffled the pool that was handed in."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             rows = rng.permutation(len(pool))
# +             rng.shuffle(pool)

# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             found[j, r] = measure(pool[:n], pool[n : 2 * n])
