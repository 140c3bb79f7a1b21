"""Used ordinary division and rounding, and returned 14.0."""

LOSES = {"test-conv-size"}


# %% conv-size
# -         return -(-size // stride)  # the division, rounded up
# +         return np.ceil(size / stride)

# -         return (size - kernel) // stride + 1
# -     raise ValueError(f"The padding is {padding!r}, but it must be 'same' or 'valid'.")
# +         return np.floor((size - kernel) / stride) + 1
# +     raise ValueError("unknown padding")
