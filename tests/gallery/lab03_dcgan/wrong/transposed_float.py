"""Returned 14.0."""

LOSES = {"test-transposed-size"}


# %% transposed-size
# -         return size * stride
# +         return float(size * stride)
