"""Joined with NumPy in float64."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     one_hot = keras.ops.one_hot(labels, num_classes)
# +     one_hot = np.eye(num_classes)[np.asarray(labels)]

# -     return keras.ops.concatenate([noise, one_hot], axis=1)
# +     return np.concatenate([np.asarray(noise), one_hot], axis=1)
