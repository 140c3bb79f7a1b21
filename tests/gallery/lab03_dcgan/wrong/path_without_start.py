"""Left out the size before the first layer."""

LOSES = {"test-path-sizes"}


# %% path-sizes
# -     sizes = [start]
# +     sizes = []

# -         sizes.append(transposed_size(sizes[-1], kernel, stride, padding))
# +         start = transposed_size(start, kernel, stride, padding)
# +         sizes.append(start)
