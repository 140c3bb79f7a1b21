"""Took every word but "same" for "valid"."""

LOSES = {"test-transposed-size"}


# %% transposed-size
# -     if padding == "valid":
# -         return (size - 1) * stride + max(kernel, stride)
# -     raise ValueError(f"The padding is {padding!r}, but it must be 'same' or 'valid'.")
# +     return (size - 1) * stride + max(kernel, stride)
