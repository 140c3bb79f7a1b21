"""Standard deviations of each feature only."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     s = np.sqrt(np.diag(s1)) - np.sqrt(np.diag(s2))
# +     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + (s**2).sum()
