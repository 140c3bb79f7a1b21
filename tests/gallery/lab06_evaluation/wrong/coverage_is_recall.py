"""Recall: balls around the fake samples."""

LOSES = {"test-coverage"}


# %% coverage
# -     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     radii = np.sort(cdist(fake, fake), axis=1)[:, min(k, len(fake) - 1)]

# -     return (cdist(fake, real) <= radii).any(axis=0).mean()
# +     return (cdist(real, fake) <= radii).any(axis=1).mean()
