"""The nearest centre, however far."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     far = cdist(np.nan_to_num(points, posinf=1e9), centres)
# +     on_mode = far == far.min(axis=1, keepdims=True)
