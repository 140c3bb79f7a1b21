"""Goes on with generators of its own."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             rng = np.random.default_rng(r)
