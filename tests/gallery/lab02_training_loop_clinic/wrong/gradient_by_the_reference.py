"""Calls a function of the test cell, which is not there when the answer is marked."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    return reference_gradient("does not saturate", logits)
