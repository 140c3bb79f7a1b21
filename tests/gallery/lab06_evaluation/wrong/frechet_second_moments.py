"""Forgot to centre the samples before the products."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     s1, s2 = real.T @ real / (len(real) - 1), fake.T @ fake / (len(fake) - 1)
