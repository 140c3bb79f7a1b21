"""The distance to the nearest value that was seen, instead of the range from the smallest to the largest."""

LOSES = {"test-measure-unreachable"}


# %% measure-unreachable
# -     low, high = values.min() - 0.01, values.max() + 0.01
# -     return float(np.mean((images < low) | (images > high)))
# +     values = np.unique(values)
# +     place = np.searchsorted(values, images).clip(1, len(values) - 1)
# +     distance = np.minimum(np.abs(images - values[place - 1]), np.abs(images - values[place]))
# +     return float(np.mean(distance > 0.01))
