"""Pixels from 0 to 1."""

LOSES = {"test-generator"}


# %% generator
# -     x = layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh")(x)  # 14 -> 28
# +     x = layers.Conv2DTranspose(1, 4, 2, padding="same", activation="sigmoid")(x)  # 14 -> 28
