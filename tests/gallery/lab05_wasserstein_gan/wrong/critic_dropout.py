"""Dropout."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     return keras.Model(images, layers.Dense(1)(layers.Dropout(0.3)(layers.Flatten()(x))), name="critic")
