"""Added (n, 1) and (n,)."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = keras.ops.matmul(features, weight[:, None]) + keras.ops.sum(features * of_class, axis=1) + bias

# -     return keras.ops.reshape(logits, (-1, 1))
# +     return logits
