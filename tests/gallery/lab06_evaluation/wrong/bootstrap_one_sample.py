"""One sample again and again."""

LOSES = {"test-bootstrap-means"}


# %% bootstrap-means
# -     return rng.choice(values, size=(repeats, len(values))).mean(axis=1)
# +     return np.full(repeats, rng.choice(values, size=len(values)).mean())
