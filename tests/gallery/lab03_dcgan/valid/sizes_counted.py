"""Counts the places of the kernel, lays kernels one after the other, uses itertools."""

# %% conv-size
import math


def conv_size(size, kernel, stride, padding):
    places = {"same": range(0, size, stride), "valid": range(0, size - kernel + 1, stride)}
    try:
        return len(places[padding])
    except KeyError:
        raise ValueError(f"unknown padding {padding}") from None


# %% transposed-size
def transposed_size(size, kernel, stride, padding):
    if padding not in {"same", "valid"}:
        raise ValueError("The padding is not known.")
    end = 0
    for pixel in range(size):
        reach = stride if padding == "same" else max(kernel, stride)
        end = pixel * stride + reach
    return end


# %% path-sizes
from itertools import accumulate


def path_sizes(start, layers):
    return list(accumulate(layers, lambda size, layer: transposed_size(size, *layer), initial=start))
