"""Drew normal numbers with the values' mean and spread."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return rng.normal(values.mean(), values.std(ddof=1) / np.sqrt(len(values)), size=repeats)
