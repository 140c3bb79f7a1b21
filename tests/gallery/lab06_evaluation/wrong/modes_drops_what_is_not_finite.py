"""Took points that are not finite out of the count."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     points = points[np.isfinite(points).all(axis=1)]
# +     on_mode = cdist(points, centres) <= 3 * std
