"""Two subclasses of keras.Model that make their weights at the first call."""


# %% generator
class Drawer(keras.Model):
    def __init__(self):
        super().__init__()
        self.first, self.second = keras.layers.Dense(128, activation="gelu"), keras.layers.Dense(784)

    def call(self, noise, training=None):
        return keras.ops.reshape(keras.ops.tanh(self.second(self.first(noise))), (-1, 28, 28, 1))


def build_generator(latent_dim):
    network = Drawer()
    network.build((None, latent_dim))
    return network


# %% discriminator
class Judge(keras.Model):
    def __init__(self):
        super().__init__()
        self.flatten = keras.layers.Flatten()
        self.first, self.second = keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)

    def call(self, images, training=None):
        return self.second(self.first(self.flatten(images)))


def build_discriminator():
    return Judge()
