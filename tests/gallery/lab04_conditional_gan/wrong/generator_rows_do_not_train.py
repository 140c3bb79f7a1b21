"""An embedding of the label that is not trained."""

LOSES = {"test-generator"}


# %% generator
# -     x = layers.Concatenate()([noise, keras.ops.one_hot(labels, num_classes)])
# +     of_class = layers.Embedding(num_classes, 12, trainable=False)(labels)
# +     x = layers.Concatenate()([noise, of_class])
