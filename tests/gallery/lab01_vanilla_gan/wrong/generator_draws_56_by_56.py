"""7 x 7, then strides 2 and 4: surely 28."""

LOSES = {"test-generator"}


# %% generator
def build_generator(latent_dim):
    """Return a new Keras model (n, latent_dim) -> (n, 28, 28, 1), for any whole number latent_dim.

    Its pixels lie in [-1, 1] whatever its weights are, and with large weights they come close to both ends.
    It has at least one hidden layer with a nonlinearity. Other noise gives another image.
    """
    return keras.Sequential(
        [
            keras.Input((latent_dim,)),
            keras.layers.Dense(7 * 7 * 8, activation="relu"),
            keras.layers.Reshape((7, 7, 8)),
            keras.layers.Conv2DTranspose(8, 4, strides=2, padding="same", activation="relu"),
            keras.layers.Conv2DTranspose(1, 4, strides=4, padding="same", activation="tanh"),
        ]
    )
