"""The functional API, other widths, other activations."""


# %% generator
def build_generator(latent_dim):
    """Return a new Keras model (n, latent_dim) -> (n, 28, 28, 1), for any whole number latent_dim.

    Its pixels lie in [-1, 1] whatever its weights are, and with large weights they come close to both ends.
    It has at least one hidden layer with a nonlinearity. Other noise gives another image.
    """
    noise = keras.Input((latent_dim,))
    x = keras.layers.Dense(96, activation="relu")(noise)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Dense(784)(x)
    return keras.Model(noise, keras.layers.Activation("tanh")(keras.layers.Reshape((28, 28, 1))(x)))


# %% discriminator
def build_discriminator():
    """Return a new Keras model (n, 28, 28, 1) -> (n, 1), one logit for each image.

    A logit is not limited: with other weights it can be far over 1 and far under -1.
    The network has at least one hidden layer with a nonlinearity.
    """
    image = keras.Input((28, 28, 1))
    x = keras.layers.Reshape((784,))(image)
    x = keras.layers.Dropout(0.3)(keras.layers.Dense(64, activation="elu")(x))
    return keras.Model(image, keras.layers.Dense(1, activation="linear")(x))
