"""City-block distance."""

LOSES = {"test-coverage"}


# %% coverage
# -     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     radii = np.sort(cdist(real, real, "cityblock"), axis=1)[:, k]

# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(fake, real, "cityblock") <= radii).any(axis=0).mean()
