"""The covariances divide by n."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     s1, s2 = np.cov(real.T, bias=True), np.cov(fake.T, ddof=0)
