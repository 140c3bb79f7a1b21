"""Reports the size before each layer."""

LOSES = {"test-measure-sizes"}


# %% measure-sizes
def measure_sizes(network):
    return np.array([layer.input.shape[1:3] for layer in network.layers if len(layer.input.shape) == 4])
