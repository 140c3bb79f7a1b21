"""Forgets the root."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     apart = np.linalg.norm(points[:, None] - points[None], axis=-1)
# +     apart = ((points[:, None] - points[None]) ** 2).sum(axis=-1)
