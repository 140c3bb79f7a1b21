"""All programs in a clinic are broken, so the answer is zero."""

LOSES = {"test-measure-change"}


# %% measure-change
def measure_change(train, network):
    train()
    return 0.0
