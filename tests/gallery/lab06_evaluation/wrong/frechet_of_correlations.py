"""Correlations in place of covariances."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     s1, s2 = np.corrcoef(real.T), np.corrcoef(fake.T)
