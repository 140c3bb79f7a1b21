"""Rounds with NumPy and returns its integers."""


# %% conv-size
def conv_size(size, kernel, stride, padding):
    if padding == "same":
        return int(np.ceil(size / stride))
    elif padding == "valid":
        return np.int64(np.ceil((size - kernel + 1) / stride))
    else:
        raise ValueError("padding must be same or valid")
