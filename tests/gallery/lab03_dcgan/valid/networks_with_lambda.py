"""A Lambda layer, a layer class of its own, and nearly a million parameters."""


# %% generator
def build_generator(latent_dim):
    layers = keras.layers
    model = keras.Sequential(
        [keras.Input((latent_dim,)), layers.Dense(7 * 7 * 256), layers.Reshape((7, 7, 256))]
    )
    for channels in (24, 1):
        model.add(layers.BatchNormalization())
        model.add(layers.Lambda(lambda x: tf.nn.relu(x)))
        model.add(layers.Conv2DTranspose(channels, 4, 2, padding="same"))
    model.add(layers.Activation("tanh"))
    return model


# %% discriminator
class Block(keras.layers.Layer):
    def __init__(self, channels):
        super().__init__()
        self.convolution = keras.layers.Conv2D(channels, 4, 2, padding="same", use_bias=False)
        self.norm = keras.layers.BatchNormalization()

    def call(self, x, training=None):
        return keras.ops.leaky_relu(self.norm(self.convolution(x), training=training))


def build_discriminator():
    return keras.Sequential([Block(16), Block(32), keras.layers.Flatten(), keras.layers.Dense(1)])
