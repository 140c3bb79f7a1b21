"""Thought of pixels from 0 to 1."""

LOSES = {"test-generator"}


# %% generator
# -             layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh"),  # 14 -> 28
# +             layers.Conv2DTranspose(1, 4, 2, padding="same", activation="sigmoid"),  # 14 -> 28
