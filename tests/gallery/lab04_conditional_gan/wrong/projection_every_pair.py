"""A matrix product: every image with every label of the batch."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# -     return keras.ops.reshape(logits, (-1, 1))
# +     return features @ tf.transpose(of_class) + keras.ops.sum(features * weight, axis=1, keepdims=True) + bias
