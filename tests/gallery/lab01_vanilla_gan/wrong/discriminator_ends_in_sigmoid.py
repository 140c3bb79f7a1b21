"""It should give a probability."""

LOSES = {"test-discriminator"}


# %% discriminator
def build_discriminator():
    """Return a new Keras model (n, 28, 28, 1) -> (n, 1), one logit for each image.

    A logit is not limited: with other weights it can be far over 1 and far under -1.
    The network has at least one hidden layer with a nonlinearity.
    """
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
