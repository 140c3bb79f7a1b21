"""A count in place of a share."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(fake, real) <= radii).any(axis=0).sum()
