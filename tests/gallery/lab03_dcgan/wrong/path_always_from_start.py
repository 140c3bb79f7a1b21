"""Applied every layer to the start instead of to the size before it."""

LOSES = {"test-path-sizes"}


# %% path-sizes
# -     sizes = [start]
# -     for kernel, stride, padding in layers:
# -         sizes.append(transposed_size(sizes[-1], kernel, stride, padding))
# -     return sizes
# +     return [start] + [transposed_size(start, *layer) for layer in layers]
