"""Shuffled the values that were handed in."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     rng.shuffle(values)
# +     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
