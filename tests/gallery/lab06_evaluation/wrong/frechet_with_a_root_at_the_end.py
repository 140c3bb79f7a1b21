"""The distance in place of its square."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     return np.sqrt(((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root))
