"""A frozen network has no trainable variables, so nothing can have changed."""

LOSES = {"test-measure-change"}


# %% measure-change
def measure_change(train, network):
    before = [variable.numpy().copy() for variable in network.trainable_variables]
    train()
    after = [variable.numpy() for variable in network.trainable_variables]
    return max((float(np.abs(b - a).max()) for b, a in zip(before, after, strict=True)), default=0.0)
