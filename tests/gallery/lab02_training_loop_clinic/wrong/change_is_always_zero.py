"""All programs in a clinic are broken, so the answer is zero."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     before = network.get_weights()

# -     after = network.get_weights()
# -     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
# +     return 0.0
