"""The first sample is the first rows that are left."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             rest = np.setdiff1d(np.arange(len(pool)), rows[:n])
# +             found[j, r] = measure(pool[rest[:n]], pool[rows[:n]])
