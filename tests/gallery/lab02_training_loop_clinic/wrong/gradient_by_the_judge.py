"""Calls the judge's function, which says what is wrong and returns nothing."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    return judge_gradient({"logits": logits, "losses": [["does not saturate", 1.0]]}, [logits])
