"""Took the size after a convolution for that after a transposed one."""

LOSES = {"test-path-sizes"}


# %% path-sizes
# -         sizes.append(transposed_size(sizes[-1], kernel, stride, padding))
# +         sizes.append(conv_size(sizes[-1], kernel, stride, padding))
