"""Wrote down the formula of the non-saturating loss."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    return -1 / (1 + np.exp(logits)) / len(logits)
