"""Kept the variables themselves: after training both lists are the same objects."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     before = network.get_weights()
# +     before = network.weights

# -     after = network.get_weights()
# -     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
# +     return max(
# +         float(np.abs(np.asarray(b) - np.asarray(a)).max())
# +         for b, a in zip(before, network.weights, strict=True)
# +     )
