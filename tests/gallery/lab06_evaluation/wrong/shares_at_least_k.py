"""A sample must lie in k balls."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         return ((cdist(points, others) <= radii).sum(axis=1) >= k).mean()
