"""Returned (n,), not (n, 1)."""

LOSES = {"test-projection"}


# %% projection
# -     return keras.ops.reshape(logits, (-1, 1))
# +     return logits
