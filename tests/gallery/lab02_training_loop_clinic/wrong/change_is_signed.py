"""The largest difference, but its sign was forgotten."""

LOSES = {"test-measure-change"}


# %% measure-change
def measure_change(train, network):
    before = network.get_weights()
    train()
    return max(float((a - b).max()) for b, a in zip(before, network.get_weights(), strict=True))
