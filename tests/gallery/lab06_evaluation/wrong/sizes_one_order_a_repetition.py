"""One order a repetition, cut for every size."""

LOSES = {"test-distances-by-size"}


# %% distances-by-size
# -     for j, n in enumerate(sizes):
# -         for r in range(repeats):
# -             rows = rng.permutation(len(pool))
# +     for r in range(repeats):
# +         rows = rng.permutation(len(pool))
# +         for j, n in enumerate(sizes):
