"""Dense takes images as they are."""

LOSES = {"test-discriminator"}


# %% discriminator
# -             keras.layers.Flatten(),
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# +             keras.layers.Dense(128, activation="relu"),

# -         ],
# -         name="discriminator",
# +         ]
