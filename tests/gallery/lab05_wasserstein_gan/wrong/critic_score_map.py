"""Forgets to flatten: a map of scores."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     return keras.Model(images, layers.Conv2D(1, 1)(x), name="critic")
