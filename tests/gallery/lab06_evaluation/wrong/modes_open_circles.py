"""Less than 3 std in place of at most."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     on_mode = cdist(points, centres) < 3 * std
