"""The length of the difference of the means, not squared."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     return np.linalg.norm(real.mean(axis=0) - fake.mean(axis=0)) + np.trace(s1 + s2 - 2 * root)
