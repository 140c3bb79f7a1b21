"""The rest of the pool as the second sample."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             found[j, r] = measure(pool[rows[:n]], pool[rows[n:]])
