"""Forgot the activations between the layers."""

LOSES = {"test-generator"}


# %% generator
# -             layers.ReLU(),
# -             layers.Conv2DTranspose(32, 4, use_bias=False),  # 4 -> 7
# +             layers.Conv2DTranspose(32, 4, use_bias=False),  # 4 -> 7

# -             layers.ReLU(),
# -             layers.Conv2DTranspose(16, 4, 2, padding="same", use_bias=False),  # 7 -> 14
# +             layers.Conv2DTranspose(16, 4, 2, padding="same", use_bias=False),  # 7 -> 14

# -             layers.ReLU(),
# -             layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh"),  # 14 -> 28
# +             layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh"),  # 14 -> 28
