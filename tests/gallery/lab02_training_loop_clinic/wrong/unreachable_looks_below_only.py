"""The upper end of the range was forgotten."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
def measure_unreachable(activation, images):
    values = np.asarray(activation(np.linspace(-100, 100, 20_001, dtype="float32")))
    return float(np.mean(images < values.min() - 0.01))
