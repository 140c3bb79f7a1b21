"""Looks at the first number of each point."""

LOSES = {"test-lower-bound"}


# %% lower-bound
# -     apart = np.linalg.norm(points[:, None] - points[None], axis=-1)
# +     apart = np.abs(points[:, None, 0] - points[None, :, 0])
