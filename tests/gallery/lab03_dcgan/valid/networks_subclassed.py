"""Subclasses of keras.Model, with the small initial weights of the paper and smooth activations."""


# %% generator
class Drawer(keras.Model):
    def __init__(self, latent_dim):
        super().__init__()
        start = keras.initializers.RandomNormal(stddev=0.02)
        self.first = keras.layers.Dense(7 * 7 * 32, kernel_initializer=start)
        self.norms = [keras.layers.BatchNormalization() for _ in range(2)]
        self.up = keras.layers.Conv2DTranspose(32, 5, 2, padding="same", kernel_initializer=start)
        self.last = keras.layers.Conv2DTranspose(1, 5, 2, padding="same", kernel_initializer=start)

    def call(self, noise, training=None):
        x = keras.ops.gelu(self.norms[0](self.first(noise), training=training))
        x = self.up(keras.ops.reshape(x, (-1, 7, 7, 32)))
        x = keras.ops.gelu(self.norms[1](x, training=training))
        return keras.ops.tanh(self.last(x))


def build_generator(latent_dim):
    return Drawer(latent_dim)


# %% discriminator
class Judge(keras.Model):
    def __init__(self):
        super().__init__()
        self.layers_in_order = [
            keras.layers.Conv2D(24, 5, strides=2, padding="same"),
            keras.layers.LeakyReLU(negative_slope=0.2),
            keras.layers.Conv2D(48, 5, strides=2, padding="same"),
            keras.layers.BatchNormalization(),
            keras.layers.LeakyReLU(negative_slope=0.2),
            keras.layers.Flatten(),
            keras.layers.Dense(1),
        ]

    def call(self, x):
        for layer in self.layers_in_order:
            x = layer(x)
        return x


def build_discriminator():
    return Judge()
