"""Took the last two axes."""

LOSES = {"test-measure-sizes"}


# %% measure-sizes
def measure_sizes(network):
    return np.array([layer.output.shape[2:4] for layer in network.layers if len(layer.output.shape) == 4])
