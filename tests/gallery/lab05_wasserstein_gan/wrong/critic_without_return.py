"""Returns nothing."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
