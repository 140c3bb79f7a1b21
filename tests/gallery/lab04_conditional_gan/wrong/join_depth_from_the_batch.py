"""Took as many classes as the batch holds."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     one_hot = keras.ops.one_hot(labels, num_classes)
# +     one_hot = keras.ops.one_hot(labels, int(np.max(labels)) + 1)
