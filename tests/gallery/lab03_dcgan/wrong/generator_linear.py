"""Forgot the activations between the layers."""

LOSES = {"test-generator"}


# %% generator
def build_generator(latent_dim):
    L = keras.layers
    return keras.Sequential(
        [
            keras.Input((latent_dim,)),
            L.Dense(7 * 7 * 32, use_bias=False),
            L.BatchNormalization(),
            L.Reshape((7, 7, 32)),
            L.Conv2DTranspose(16, 4, 2, padding="same", use_bias=False),
            L.BatchNormalization(),
            L.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh"),
        ]
    )
