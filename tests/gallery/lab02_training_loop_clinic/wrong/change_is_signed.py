"""The largest difference, but its sign was forgotten."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     after = network.get_weights()
# -     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
# +     return max(float((a - b).max()) for b, a in zip(before, network.get_weights(), strict=True))
