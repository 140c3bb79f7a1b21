"""A ball must hold k fake samples."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return ((cdist(fake, real) <= radii).sum(axis=0) >= k).mean()
