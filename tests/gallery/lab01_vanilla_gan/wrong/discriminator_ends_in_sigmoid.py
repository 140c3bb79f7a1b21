"""It should give a probability."""

LOSES = {"test-discriminator"}


# %% discriminator
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# -             keras.layers.Dense(1),
# -         ],
# -         name="discriminator",
# +             keras.layers.Dense(128, activation="relu"),
# +             keras.layers.Dense(1, activation="sigmoid"),
# +         ]
