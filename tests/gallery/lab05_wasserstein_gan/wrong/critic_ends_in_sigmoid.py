"""Ends in sigmoid."""

LOSES = {"test-build-critic"}


# %% build-critic
# -     return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)), name="critic")
# +     return keras.Model(images, layers.Dense(1, activation="sigmoid")(layers.Flatten()(x)), name="critic")
