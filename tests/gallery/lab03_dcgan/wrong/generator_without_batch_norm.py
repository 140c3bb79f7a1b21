"""Left out batch normalisation."""

LOSES = {"test-generator"}


# %% generator
# -             layers.Reshape((4, 4, 96)),
# -             layers.BatchNormalization(),
# +             layers.Reshape((4, 4, 96)),

# -             layers.Conv2DTranspose(32, 4, use_bias=False),  # 4 -> 7
# -             layers.BatchNormalization(),
# +             layers.Conv2DTranspose(32, 4, use_bias=False),  # 4 -> 7

# -             layers.Conv2DTranspose(16, 4, 2, padding="same", use_bias=False),  # 7 -> 14
# -             layers.BatchNormalization(),
# +             layers.Conv2DTranspose(16, 4, 2, padding="same", use_bias=False),  # 7 -> 14
