"""Random numbers of NumPy's global state."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.random.choice(values, size=(repeats, len(values))).mean(axis=1)
