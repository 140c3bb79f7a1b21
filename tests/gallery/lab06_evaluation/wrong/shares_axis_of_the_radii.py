"""Radii along the axis of the points."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         return (cdist(points, others) <= radii[:, None]).any(axis=1).mean()
