"""The nearest fake sample must lie inside, not on the edge."""

LOSES = {"test-coverage"}


# %% coverage
# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (np.sort(cdist(real, fake), axis=1)[:, 0] < radii).mean()
