"""Radii from real to fake samples."""

LOSES = {"test-coverage"}


# %% coverage
# -     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     radii = np.sort(cdist(real, fake), axis=1)[:, min(k, len(fake)) - 1]
