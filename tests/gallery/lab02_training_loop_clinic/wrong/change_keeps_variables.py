"""Kept the variables themselves: after training both lists are the same objects."""

LOSES = {"test-measure-change"}


# %% measure-change
def measure_change(train, network):
    before = network.weights
    train()
    return max(
        float(np.abs(np.asarray(b) - np.asarray(a)).max())
        for b, a in zip(before, network.weights, strict=True)
    )
