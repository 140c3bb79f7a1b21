"""A sample on the edge does not count."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(fake, real) < radii).any(axis=0).mean()
