"""The number of pixels, not their share."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
def measure_unreachable(activation, images):
    values = np.asarray(activation(np.linspace(-100, 100, 20_001, dtype="float32")))
    return int(((images < values.min() - 0.01) | (images > values.max() + 0.01)).sum())
