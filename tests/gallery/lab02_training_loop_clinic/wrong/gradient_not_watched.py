"""Forgets tape.watch, so the tape knows nothing of the logits."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
# -         tape.watch(logits)
# -         value = loss(logits)
# -     return tape.gradient(value, logits).numpy()
# +         value = loss(logits)
# +     return tape.gradient(value, logits)
