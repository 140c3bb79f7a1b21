"""Every pixel under zero is out of reach, whatever the activation."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
def measure_unreachable(activation, images):
    return float((images < -0.01).mean())
