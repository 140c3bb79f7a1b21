"""Computed with NumPy."""

LOSES = {"test-projection"}


# %% projection
# -     logits = keras.ops.sum(features * (weight + of_class), axis=1) + bias
# +     logits = np.sum(np.asarray(features) * (np.asarray(weight) + np.asarray(of_class)), axis=1) + np.asarray(bias)

# -     return keras.ops.reshape(logits, (-1, 1))
# +     return logits.reshape(-1, 1)
