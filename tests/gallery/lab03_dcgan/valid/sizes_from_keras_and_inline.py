"""Lets a Keras layer tell its own size, and writes the arithmetic again in the path."""


# %% conv-size
def conv_size(size, kernel, stride, padding):
    if padding not in ("same", "valid"):
        raise ValueError(padding)
    shape = keras.layers.Conv2D(1, kernel, strides=stride, padding=padding).compute_output_shape(
        (None, size, size, 1)
    )
    return int(shape[2])


# %% transposed-size
def transposed_size(size, kernel, stride, padding):
    if padding == "same":
        return stride * size
    if padding == "valid":
        return size * stride + max(kernel - stride, 0)
    raise ValueError("unknown padding")


# %% path-sizes
def path_sizes(start, layers):
    out = [start]
    for k, s, p in layers:
        n = out[-1]
        out += [n * s if p == "same" else n * s + max(0, k - s)]
    return out
