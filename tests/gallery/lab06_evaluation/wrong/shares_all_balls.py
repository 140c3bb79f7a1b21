"""In all balls in place of one."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         return (cdist(points, others) <= radii).all(axis=1).mean()
