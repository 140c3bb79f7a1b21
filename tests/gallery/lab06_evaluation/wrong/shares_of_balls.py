"""A mean over the balls in place of the samples."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         return (cdist(points, others) <= radii).any(axis=0).mean()
