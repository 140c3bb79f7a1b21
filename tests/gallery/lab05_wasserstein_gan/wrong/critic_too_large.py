"""Two million parameters."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     return keras.Model(images, layers.Dense(1)(layers.Dense(2000, activation="relu")(layers.Dense(1000)(layers.Flatten()(x)))), name="critic")
