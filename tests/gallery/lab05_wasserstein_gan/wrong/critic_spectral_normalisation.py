"""Spectral normalisation, which changes its weights in each call."""

LOSES = {"test-build-critic"}


# %% build-critic
def build_critic():
    layers = keras.layers
    images = keras.Input((28, 28, 1))
    x = layers.LeakyReLU(0.2)(layers.SpectralNormalization(layers.Conv2D(8, 4, 2))(images))
    x = layers.SpectralNormalization(layers.Dense(1))(layers.Flatten()(x))
    return keras.Model(images, x)
