"""Left out the part of the label."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = keras.ops.sum(features * weight, axis=1) + bias
