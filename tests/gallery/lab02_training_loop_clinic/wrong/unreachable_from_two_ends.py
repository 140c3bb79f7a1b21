"""Took the activation at -100 and 100 for the ends of its range."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
def measure_unreachable(activation, images):
    values = np.asarray(activation(np.linspace(-100, 100, 20_001, dtype="float32")))
    return float(np.mean((images < values[0] - 0.01) | (images > values[-1] + 0.01)))
