"""Every pixel under zero is out of reach, whatever the activation."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
# -     values = np.asarray(activation(np.linspace(-100, 100, 20_001, dtype="float32")))
# -     low, high = values.min() - 0.01, values.max() + 0.01
# -     return float(np.mean((images < low) | (images > high)))
# +     return float((images < -0.01).mean())
