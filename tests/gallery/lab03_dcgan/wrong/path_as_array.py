"""Returned an array."""

LOSES = {"test-path-sizes"}


# %% path-sizes
# -     return sizes
# +     return np.array(sizes)
