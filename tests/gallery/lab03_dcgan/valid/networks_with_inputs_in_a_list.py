"""Gives the inputs in a list, on which Keras remarks; activations as functions."""


# %% generator
def build_generator(latent_dim):
    noise = keras.Input((latent_dim,))
    x = keras.layers.Dense(7 * 7 * 32)(noise)
    x = keras.ops.relu(keras.layers.BatchNormalization()(keras.layers.Reshape((7, 7, 32))(x)))
    x = keras.ops.leaky_relu(keras.layers.Conv2DTranspose(16, 4, 2, padding="same")(x))
    x = keras.layers.Conv2DTranspose(1, 4, 2, padding="same")(x)
    return keras.Model(inputs=[noise], outputs=keras.ops.tanh(x))


# %% discriminator
def build_discriminator():
    images = keras.Input((28, 28, 1))
    x = keras.layers.Conv2D(16, 4, 2, padding="same", activation=keras.ops.silu)(images)
    x = keras.layers.BatchNormalization()(keras.layers.Conv2D(32, 4, 2, padding="same")(x))
    x = keras.layers.Flatten()(keras.activations.elu(x))
    return keras.Model(inputs=[images], outputs=[keras.layers.Dense(1)(x)][0])
