"""One median radius for all."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         radii = np.sort(cdist(others, others), axis=1)[:, k]  # number 0 is the point itself
# +         radii = np.median(np.sort(cdist(others, others), axis=1)[:, k])
