"""Separable convolutions, layer and spectral normalisation besides batch normalisation."""


# %% generator
def build_generator(latent_dim):
    inputs = keras.Input((latent_dim,))
    x = keras.layers.Dense(4 * 4 * 32, activation="elu")(inputs)
    x = keras.layers.LayerNormalization()(x)
    x = keras.layers.Reshape((4, 4, 32))(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.UpSampling2D(8)(x)
    x = keras.layers.SeparableConv2D(16, 5, activation="elu")(x)
    x = keras.layers.Conv2D(1, 3, padding="same", activation="tanh")(x)
    return keras.Model(inputs, x)


# %% discriminator
def build_discriminator():
    layers = keras.layers
    x = images = keras.Input((28, 28, 1))
    for channels in (16, 32):
        x = layers.SpectralNormalization(layers.Conv2D(channels, 4, 2, padding="same"))(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("silu")(x)
    return keras.Model(images, layers.Dense(1)(layers.Flatten()(x)))
