"""Used the usual formula, which needs a kernel of at least the stride."""

LOSES = {"test-transposed-size"}


# %% transposed-size
# -         return (size - 1) * stride + max(kernel, stride)
# -     raise ValueError(f"The padding is {padding!r}, but it must be 'same' or 'valid'.")
# +         return (size - 1) * stride + kernel
# +     raise ValueError("unknown padding")
