"""Balls that hold all fake samples."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(fake, real) <= radii).all(axis=0).mean()
