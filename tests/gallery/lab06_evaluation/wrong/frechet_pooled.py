"""Standardised both samples together first."""

LOSES = {"test-frechet-distance"}


# %% frechet-distance
# -     s1, s2 = np.cov(real.T), np.cov(fake.T)
# +     both = np.concatenate([real, fake])
# +     real, fake = real / both.std(axis=0), fake / both.std(axis=0)
# +     s1, s2 = np.cov(real.T), np.cov(fake.T)
