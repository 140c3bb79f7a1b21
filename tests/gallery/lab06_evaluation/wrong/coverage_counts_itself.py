"""The sample itself counts as a neighbour."""

LOSES = {"test-coverage"}


# %% coverage
# -     radii = np.sort(cdist(real, real), axis=1)[:, k]
# +     radii = np.sort(cdist(real, real), axis=1)[:, k - 1]
