"""Samples of half the size."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return rng.choice(values, size=(repeats, max(len(values) // 2, 1))).mean(axis=1)
