"""Each point on its nearest mode alone."""

LOSES = {"test-count-modes"}


# %% count-modes
# -     on_mode = cdist(points, centres) <= 3 * std
# +     far = cdist(np.nan_to_num(points, nan=1e9, posinf=1e9), centres)
# +     on_mode = (far <= 3 * std) & (far == far.min(axis=1, keepdims=True))
