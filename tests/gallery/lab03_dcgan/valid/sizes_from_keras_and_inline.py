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
# -         return size * stride
# +         return stride * size

# -         return (size - 1) * stride + max(kernel, stride)
# -     raise ValueError(f"The padding is {padding!r}, but it must be 'same' or 'valid'.")
# +         return size * stride + max(kernel - stride, 0)
# +     raise ValueError("unknown padding")


# %% path-sizes
def path_sizes(start, layers):
    out = [start]
    for k, s, p in layers:
        n = out[-1]
        out += [n * s if p == "same" else n * s + max(0, k - s)]
    return out
