"""Reports the size before each layer."""

LOSES = {"test-measure-sizes"}


# %% measure-sizes
# -     shapes = [layer.output.shape for layer in network.layers]
# -     return np.array([shape[1:3] for shape in shapes if len(shape) == 4])
# +     return np.array([layer.input.shape[1:3] for layer in network.layers if len(layer.input.shape) == 4])
