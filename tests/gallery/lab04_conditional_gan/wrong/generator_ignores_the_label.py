"""Took the label in and did nothing with it."""

LOSES = {"test-generator"}


# %% generator
# -     x = layers.Concatenate()([noise, keras.ops.one_hot(labels, num_classes)])
# +     x = noise
