"""The upper end of the range was forgotten."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
# -     low, high = values.min() - 0.01, values.max() + 0.01
# -     return float(np.mean((images < low) | (images > high)))
# +     return float(np.mean(images < values.min() - 0.01))
