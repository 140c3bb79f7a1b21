"""The number of pixels, not their share."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
# -     low, high = values.min() - 0.01, values.max() + 0.01
# -     return float(np.mean((images < low) | (images > high)))
# +     return int(((images < values.min() - 0.01) | (images > values.max() + 0.01)).sum())
