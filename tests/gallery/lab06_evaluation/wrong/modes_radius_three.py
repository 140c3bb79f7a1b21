"""Within 3, whatever std."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     on_mode = cdist(points, centres) <= 3
