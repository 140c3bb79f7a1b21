"""Batch normalisation before the last layer."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     return keras.Model(images, layers.Dense(1)(layers.BatchNormalization()(layers.Flatten()(x))), name="critic")
