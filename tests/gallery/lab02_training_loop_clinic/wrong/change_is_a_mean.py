"""The mean change of each array instead of the largest."""

LOSES = {"test-measure-change"}


# %% measure-change
def measure_change(train, network):
    before = network.get_weights()
    train()
    return max(float(np.abs(b - a).mean()) for b, a in zip(before, network.get_weights(), strict=True))
