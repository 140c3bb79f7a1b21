"""Batch normalisation."""

LOSES = {"test-build-critic"}


# %% build-critic
# -         x = layers.LayerNormalization(axis=[1, 2, 3])(layers.Conv2D(channels, kernel, 2, padding="same")(x))
# +         x = layers.BatchNormalization()(layers.Conv2D(channels, kernel, 2, padding="same")(x))
