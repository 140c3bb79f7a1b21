"""Let Keras count the classes of the batch."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     one_hot = keras.ops.one_hot(labels, num_classes)
# +     one_hot = keras.utils.to_categorical(labels)
