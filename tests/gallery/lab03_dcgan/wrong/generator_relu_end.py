"""Ended the generator in ReLU."""

LOSES = {"test-generator"}


# %% generator
# -             layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh"),  # 14 -> 28
# +             layers.Conv2DTranspose(1, 4, 2, padding="same", activation="relu"),  # 14 -> 28
