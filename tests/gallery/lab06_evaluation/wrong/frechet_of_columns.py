"""Gave np.cov the samples in rows."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     s1, s2 = np.cov(real), np.cov(fake)
