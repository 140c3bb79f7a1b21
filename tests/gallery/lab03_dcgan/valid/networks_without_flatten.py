"""No dense layer in the generator; average pooling in the discriminator."""


# %% generator
def build_generator(latent_dim):
    model = keras.Sequential([keras.Input((latent_dim,)), keras.layers.Reshape((1, 1, latent_dim))])
    for channels, kernel, stride, padding in ((64, 7, 1, "valid"), (32, 4, 2, "same")):
        model.add(keras.layers.Conv2DTranspose(channels, kernel, stride, padding=padding, use_bias=False))
        model.add(keras.layers.BatchNormalization())
        model.add(keras.layers.ReLU())
    model.add(keras.layers.Conv2DTranspose(1, 4, 2, padding="same", activation=keras.ops.tanh))
    return model


# %% discriminator
def build_discriminator():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(32, 3, padding="same"),
            keras.layers.BatchNormalization(),
            keras.layers.PReLU(shared_axes=[1, 2]),
            keras.layers.AveragePooling2D(2),
            keras.layers.Conv2D(64, 3, strides=2),
            keras.layers.BatchNormalization(),
            keras.layers.ReLU(),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(units=1, activation="linear"),
        ]
    )
