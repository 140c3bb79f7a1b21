"""A frozen network has no trainable variables, so nothing can have changed."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     before = network.get_weights()
# +     before = [variable.numpy().copy() for variable in network.trainable_variables]

# -     after = network.get_weights()
# -     return max(float(np.abs(b - a).max()) for a, b in zip(before, after, strict=True))
# +     after = [variable.numpy() for variable in network.trainable_variables]
# +     return max((float(np.abs(b - a).max()) for b, a in zip(before, after, strict=True)), default=0.0)
