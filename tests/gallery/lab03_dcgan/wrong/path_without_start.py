"""Left out the size before the first layer."""

LOSES = {"test-path-sizes"}


# %% path-sizes
def path_sizes(start, layers):
    sizes = []
    for kernel, stride, padding in layers:
        start = transposed_size(start, kernel, stride, padding)
        sizes.append(start)
    return sizes
