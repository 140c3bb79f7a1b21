"""Sequential models that make their weights at the first call, and layers of Keras under other names."""


# %% generator
def build_generator(latent_dim):
    return keras.models.Sequential(
        [
            keras.layers.Dense(64),
            keras.layers.PReLU(),
            keras.layers.LayerNormalization(),
            keras.layers.GaussianNoise(0.1),
            keras.layers.Dense(784),
            keras.layers.Reshape((28, 28, 1)),
            keras.layers.Activation(keras.activations.tanh),
        ]
    )


# %% discriminator
def build_discriminator():
    return keras.models.Sequential(
        [
            keras.layers.Conv2D(8, 4, strides=2, padding="same", activation=keras.activations.leaky_relu),
            keras.layers.SpectralNormalization(keras.layers.Conv2D(8, 4, strides=2)),
            keras.layers.ReLU(negative_slope=0.2),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(1),
        ]
    )
