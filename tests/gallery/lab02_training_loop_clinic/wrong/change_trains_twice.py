"""Ran the program once to see that it works, and once more to measure it."""

LOSES = {"test-measure-change"}


# %% measure-change
# -     before = network.get_weights()
# +     before = network.get_weights()
# +     train()
