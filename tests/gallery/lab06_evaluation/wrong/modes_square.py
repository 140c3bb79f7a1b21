"""A square in place of a circle."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     on_mode = (np.abs(points[:, None] - centres) <= 3 * std).all(axis=2)
