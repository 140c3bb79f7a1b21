"""One mean for all features."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     return (real.mean() - fake.mean()) ** 2 + np.trace(s1 + s2 - 2 * root)
