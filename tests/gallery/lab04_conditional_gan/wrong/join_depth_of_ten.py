"""A one-hot vector of ten places, whatever the number of classes is."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     one_hot = keras.ops.one_hot(labels, num_classes)
# +     one_hot = keras.ops.one_hot(labels, 10)
