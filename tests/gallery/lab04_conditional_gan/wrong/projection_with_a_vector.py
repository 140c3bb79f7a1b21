"""A matrix product of features and a vector, which TensorFlow does not do."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = features @ weight + keras.ops.sum(features * of_class, axis=1) + bias
