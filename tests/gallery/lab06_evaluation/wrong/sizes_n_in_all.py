"""n rows for both samples together."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -             found[j, r] = measure(pool[rows[:n]], pool[rows[n : 2 * n]])
# +             found[j, r] = measure(pool[rows[: n // 2]], pool[rows[n // 2 : n]])
