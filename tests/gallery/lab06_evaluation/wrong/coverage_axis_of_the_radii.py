"""Radii along the axis of the fake samples."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(real, fake) <= radii).any(axis=1).mean()
