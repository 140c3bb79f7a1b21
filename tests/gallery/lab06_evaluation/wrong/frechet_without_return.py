"""Printed the distance."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     print(((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root))
