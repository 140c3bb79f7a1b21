"""A sample on the edge does not count."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         return (cdist(points, others) < radii).any(axis=1).mean()
