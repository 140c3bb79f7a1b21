"""The same first sample in all repetitions of a size."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -         for r in range(repeats):
# -             rows = rng.permutation(len(pool))
# +         rows = rng.permutation(len(pool))
# +         for r in range(repeats):
# +             rows[n:] = rng.permutation(rows[n:])
