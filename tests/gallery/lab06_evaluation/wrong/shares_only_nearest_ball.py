"""Only the ball of the nearest sample."""

LOSES = {"test-precision-recall"}


# %% precision-recall
# -         return (cdist(points, others) <= radii).any(axis=1).mean()
# +         far = cdist(points, others)
# +         nearest = far.argmin(axis=1)
# +         return (far[np.arange(len(points)), nearest] <= radii[nearest]).mean()
