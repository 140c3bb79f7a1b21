"""Drew without replacement."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.array([rng.permutation(values).mean() for _ in range(repeats)])
