"""Divides both covariances by the number of real samples less one."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     x, y = real - real.mean(axis=0), fake - fake.mean(axis=0)
# +     s1, s2 = x.T @ x / (len(real) - 1), y.T @ y / (len(real) - 1)
