"""Radii from one sample to the other."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         radii = np.sort(cdist(others, others), axis=1)[:, k]  # number 0 is the point itself
# +         radii = np.sort(cdist(others, points), axis=1)[:, k]
