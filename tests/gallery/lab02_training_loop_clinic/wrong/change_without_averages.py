"""Looks into frozen layers too, but at what an optimizer would move: moving averages are left out."""

LOSES = {"test-measure-change"}


# %% measure-change
def measure_change(train, network):
    def copy():
        flag, network.trainable = network.trainable, True
        arrays = [np.array(variable) for variable in network.trainable_variables]
        network.trainable = flag
        return arrays

    before = copy()
    train()
    return max(float(np.abs(b - a).max()) for a, b in zip(before, copy(), strict=True))
