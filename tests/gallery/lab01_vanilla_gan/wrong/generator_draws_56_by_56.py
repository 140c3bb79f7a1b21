"""7 x 7, then strides 2 and 4: surely 28."""

LOSES = {"test-generator"}


# %% generator
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# -             keras.layers.Dense(128),
# -             keras.layers.LeakyReLU(negative_slope=0.2),
# -             keras.layers.Dense(28 * 28, activation="tanh"),
# -             keras.layers.Reshape((28, 28, 1)),
# -         ],
# -         name="generator",
# +             keras.layers.Dense(7 * 7 * 8, activation="relu"),
# +             keras.layers.Reshape((7, 7, 8)),
# +             keras.layers.Conv2DTranspose(8, 4, strides=2, padding="same", activation="relu"),
# +             keras.layers.Conv2DTranspose(1, 4, strides=4, padding="same", activation="tanh"),
# +         ]
