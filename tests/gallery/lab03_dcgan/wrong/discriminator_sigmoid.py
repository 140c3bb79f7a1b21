"""Returned probabilities instead of logits."""

LOSES = {"test-discriminator"}


# %% discriminator
def build_discriminator():
    L = keras.layers
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.Conv2D(16, 4, 2, padding="same"),
            L.LeakyReLU(negative_slope=0.2),
            L.Conv2D(32, 4, 2, padding="same", use_bias=False),
            L.BatchNormalization(),
            L.LeakyReLU(negative_slope=0.2),
            L.Flatten(),
            L.Dense(1, activation="sigmoid"),
        ]
    )
