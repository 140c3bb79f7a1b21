"""Two draws that share rows."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             found[j, r] = measure(rng.permutation(pool)[:n], rng.permutation(pool)[:n])
