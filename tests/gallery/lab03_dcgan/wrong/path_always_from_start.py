"""Applied every layer to the start instead of to the size before it."""

LOSES = {"test-path-sizes"}


# %% path-sizes
def path_sizes(start, layers):
    return [start] + [transposed_size(start, *layer) for layer in layers]
