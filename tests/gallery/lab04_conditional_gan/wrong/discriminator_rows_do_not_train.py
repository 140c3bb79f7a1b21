"""A table that is not trained."""

LOSES = {"test-discriminator"}


# %% discriminator
# -     of_class = layers.Embedding(num_classes, 64)(labels)
# +     of_class = layers.Embedding(num_classes, 64, trainable=False)(labels)
