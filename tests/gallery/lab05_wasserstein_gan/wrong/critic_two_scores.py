"""Two outputs."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     return keras.Model(images, layers.Dense(2)(layers.Flatten()(x)), name="critic")
