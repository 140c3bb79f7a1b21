"""Divided by the number of fake samples."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(fake, real) <= radii).any(axis=0).sum() / len(fake)
