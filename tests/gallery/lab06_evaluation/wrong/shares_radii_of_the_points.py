"""The radii of the points in place of those of the others."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         radii = np.sort(cdist(others, others), axis=1)[:, k]  # number 0 is the point itself
# +         radii = np.sort(cdist(points, points), axis=1)[:, [k]]
