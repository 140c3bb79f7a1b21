"""Both networks take the labels as a column, (n, 1), which Keras makes of (n,)."""


# %% generator
# -     noise, labels = keras.Input((latent_dim,)), keras.Input((), dtype="int32")
# -     x = layers.Concatenate()([noise, keras.ops.one_hot(labels, num_classes)])
# +     noise, labels = keras.Input((latent_dim,)), keras.Input((1,), dtype="int32")
# +     one_hot = layers.Flatten()(layers.Embedding(num_classes, 10)(labels))
# +     x = layers.Concatenate()([noise, one_hot])


# %% discriminator
# -     images, labels = keras.Input((28, 28, 1)), keras.Input((), dtype="int32")
# +     images, labels = keras.Input((28, 28, 1)), keras.Input((1,), dtype="int32")

# -     of_class = layers.Embedding(num_classes, 64)(labels)
# +     of_class = layers.Flatten()(layers.Embedding(num_classes, 64)(labels))
