"""A generator of its own with a fixed seed."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.random.default_rng(1).choice(values, size=(repeats, len(values))).mean(axis=1)
