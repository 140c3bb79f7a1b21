"""City distance in place of the Euclidean one."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         radii = np.sort(cdist(others, others), axis=1)[:, k]  # number 0 is the point itself
# +         radii = np.sort(cdist(others, others, "cityblock"), axis=1)[:, k]  # number 0 is the point itself

# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         return (cdist(points, others, "cityblock") <= radii).any(axis=1).mean()
