"""Tried the activation only from -1 to 1, the range of the pixels."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
def measure_unreachable(activation, images):
    values = np.asarray(activation(np.linspace(-1, 1, 20_001, dtype="float32")))
    return float(np.mean((images < values.min() - 0.01) | (images > values.max() + 0.01)))
