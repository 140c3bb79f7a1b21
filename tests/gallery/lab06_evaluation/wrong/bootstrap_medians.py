"""Medians in place of means."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.median(rng.choice(values, size=(repeats, len(values))), axis=1)
