"""The covariance of the real samples twice."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     s1, s2 = np.cov(real.T), np.cov(real.T)
