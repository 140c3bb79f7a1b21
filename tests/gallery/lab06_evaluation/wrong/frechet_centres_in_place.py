"""Subtracted the means from the arrays that were handed in."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     shift = real.mean(axis=0) - fake.mean(axis=0)
# +     real -= real.mean(axis=0)
# +     fake -= fake.mean(axis=0)
# +     s1, s2 = np.cov(real.T), np.cov(fake.T)

# -     return ((real.mean(axis=0) - fake.mean(axis=0)) ** 2).sum() + np.trace(s1 + s2 - 2 * root)
# +     return (shift**2).sum() + np.trace(s1 + s2 - 2 * root)
