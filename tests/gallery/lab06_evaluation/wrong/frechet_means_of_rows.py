"""Means of each sample, axis 1."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     return ((real.mean(axis=1) - fake.mean(axis=1)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
