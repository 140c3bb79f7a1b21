"""Counts every fake in every ball."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(fake, real) <= radii).sum() / (k * len(fake))
