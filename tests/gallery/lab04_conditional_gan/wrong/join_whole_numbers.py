"""A one-hot vector of whole numbers, so tf.concat makes the noise whole too."""

LOSES = {"test-join-labels"}


# %% join-labels
# -     one_hot = keras.ops.one_hot(labels, num_classes)
# -     return keras.ops.concatenate([noise, one_hot], axis=1)
# +     one_hot = tf.one_hot(labels, num_classes, dtype="int32")
# +     return tf.concat([noise, one_hot], axis=1)
