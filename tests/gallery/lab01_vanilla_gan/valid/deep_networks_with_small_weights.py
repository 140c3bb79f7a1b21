"""Five hidden layers with tanh, and weights that start small, as in a DCGAN."""


# %% generator
def build_generator(latent_dim):
    start = keras.initializers.RandomNormal(stddev=0.05)
    network = keras.Sequential([keras.Input((latent_dim,))])
    for _ in range(5):
        network.add(keras.layers.Dense(100, activation="tanh", kernel_initializer=start))
    network.add(keras.layers.Dense(784, activation="tanh", kernel_initializer=start))
    network.add(keras.layers.Reshape((28, 28, 1)))
    return network


# %% discriminator
def build_discriminator():
    start = keras.initializers.RandomNormal(stddev=0.02)
    network = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten()])
    for _ in range(3):
        network.add(keras.layers.Dense(64, activation="tanh", kernel_initializer=start))
    network.add(keras.layers.Dense(1, kernel_initializer=start))
    return network
