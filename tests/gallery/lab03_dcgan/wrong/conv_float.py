"""Used ordinary division and rounding, and returned 14.0."""

LOSES = {"test-conv-size"}


# %% conv-size
def conv_size(size, kernel, stride, padding):
    if padding == "same":
        return np.ceil(size / stride)
    if padding == "valid":
        return np.floor((size - kernel) / stride) + 1
    raise ValueError("unknown padding")
