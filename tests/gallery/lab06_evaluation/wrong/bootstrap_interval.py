"""Returned an interval."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.quantile(rng.choice(values, size=(repeats, len(values))).mean(axis=1), [0.025, 0.975])
