"""Dense networks; the classes begin alike, with rows of zeros; the label joined before a hidden layer."""


# %% generator
def build_generator(latent_dim, num_classes):
    layers = keras.layers
    noise, labels = keras.Input((latent_dim,)), keras.Input((), dtype="int32")
    rows = layers.Embedding(num_classes, 64, embeddings_initializer="zeros")(labels)
    x = layers.LeakyReLU(negative_slope=0.2)(layers.Dense(64)(noise) + rows)
    x = layers.LayerNormalization()(layers.Dense(128, activation="relu")(x))
    x = layers.Dense(28 * 28, activation="tanh")(x)
    return keras.Model([noise, labels], layers.Reshape((28, 28, 1))(x))


# %% discriminator
def build_discriminator(num_classes):
    layers = keras.layers
    images, labels = keras.Input((28, 28, 1)), keras.Input((), dtype="int32")
    x = layers.Concatenate()([layers.Flatten()(images), keras.ops.one_hot(labels, num_classes)])
    for units in (96, 96):
        x = layers.LeakyReLU(negative_slope=0.2)(layers.Dense(units)(x))
    return keras.Model([images, labels], layers.Dense(1)(x))
