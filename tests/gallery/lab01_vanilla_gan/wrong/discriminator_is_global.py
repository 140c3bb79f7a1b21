"""Builds the network beside the function, which only returns it."""

LOSES = {"test-discriminator"}


# %% discriminator
the_discriminator = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(1),
    ]
)


def build_discriminator():
    return the_discriminator
