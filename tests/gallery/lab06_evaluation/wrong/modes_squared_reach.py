"""Compared with the square of the reach."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     on_mode = cdist(points, centres) <= 9 * std**2
