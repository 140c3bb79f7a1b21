"""Gave class 1 the first place."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     one_hot = keras.ops.one_hot(labels, num_classes)
# +     one_hot = keras.ops.one_hot(labels - 1, num_classes)
