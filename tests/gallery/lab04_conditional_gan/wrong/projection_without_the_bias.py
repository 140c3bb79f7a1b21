"""Left out b."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = keras.ops.sum(features * (weight + of_class), axis=1)
