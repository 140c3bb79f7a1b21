"""Leaves one value out each time."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.array([np.delete(values, rng.integers(len(values))).mean() for _ in range(repeats)])
