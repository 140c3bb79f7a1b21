"""A mean over the features in the place of the sum."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = keras.ops.mean(features * (weight + of_class), axis=1) + bias
