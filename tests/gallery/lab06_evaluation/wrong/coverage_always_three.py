"""Always the third neighbour."""

LOSES = {"test-coverage"}


# %% coverage
# -     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     radii = np.sort(cdist(real, real), axis=1)[:, 3]
