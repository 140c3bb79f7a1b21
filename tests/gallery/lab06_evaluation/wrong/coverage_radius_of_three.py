"""k is always 3."""

LOSES = {"test-coverage"}


# %% coverage
# -     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     radii = np.sort(cdist(real, real), axis=1)[:, 3]
