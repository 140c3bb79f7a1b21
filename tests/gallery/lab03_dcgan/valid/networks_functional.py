"""Functional, resizing before convolutions; the last convolution gives the logit; dropout and tanh inside."""


# %% generator
def block(x, channels):
    x = keras.layers.UpSampling2D(interpolation="nearest")(x)
    x = keras.layers.Conv2D(channels, 3, padding="same")(x)
    x = keras.layers.BatchNormalization(momentum=0.8)(x)
    return keras.layers.LeakyReLU(negative_slope=0.2)(x)


def build_generator(latent_dim):
    inputs = keras.Input(shape=(latent_dim,), name="noise")
    x = keras.layers.Dense(7 * 7 * 48, activation="relu")(inputs)
    x = keras.layers.Reshape((7, 7, 48))(x)
    x = block(block(x, 32), 16)
    outputs = keras.layers.Conv2D(1, 5, padding="same")(x)
    return keras.Model(inputs, keras.layers.Activation("tanh")(outputs))


# %% discriminator
def build_discriminator():
    small = keras.initializers.RandomNormal(stddev=0.02)
    images = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(32, 5, strides=2, padding="same", kernel_initializer=small)(images)
    x = keras.layers.Dropout(0.3)(keras.layers.Activation("tanh")(x))
    x = keras.layers.Conv2D(32, 5, strides=2, padding="same", kernel_initializer=small)(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Activation("elu")(x)
    x = keras.layers.Conv2D(1, 7, kernel_initializer=small)(x)
    return keras.Model(images, keras.layers.Reshape((1,))(x))
