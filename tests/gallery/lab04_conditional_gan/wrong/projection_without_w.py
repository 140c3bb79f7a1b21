"""Left out the part without the label."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = keras.ops.sum(features * of_class, axis=1) + bias
