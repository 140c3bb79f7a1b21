"""A sigmoid keeps pixels in a range."""

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
            keras.layers.Dense(128),
            keras.layers.LeakyReLU(negative_slope=0.2),
            keras.layers.Dense(28 * 28, activation="sigmoid"),
            keras.layers.Reshape((28, 28, 1)),
        ]
    )
