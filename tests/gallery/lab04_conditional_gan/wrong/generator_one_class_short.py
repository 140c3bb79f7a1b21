"""One class too few."""

LOSES = {"test-generator"}


# %% generator
# -     x = layers.Concatenate()([noise, keras.ops.one_hot(labels, num_classes)])
# +     x = layers.Concatenate()([noise, keras.ops.one_hot(labels, num_classes - 1)])
