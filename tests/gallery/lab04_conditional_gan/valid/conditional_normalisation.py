"""The label scales and shifts the features of both networks; zeros in the projection's table."""


# %% generator
def build_generator(latent_dim, num_classes):
    layers = keras.layers
    noise, labels = keras.Input((latent_dim,)), keras.Input((), dtype="int32")

    def styled(x):
        channels = x.shape[-1]
        x = layers.BatchNormalization(center=False, scale=False)(x)
        scale = layers.Reshape((1, 1, channels))(
            layers.Embedding(num_classes, channels, embeddings_initializer="ones")(labels)
        )
        shift = layers.Reshape((1, 1, channels))(layers.Embedding(num_classes, channels)(labels))
        return layers.ReLU()(x * scale + shift)

    x = styled(layers.Reshape((7, 7, 32))(layers.Dense(7 * 7 * 32)(noise)))
    x = styled(layers.Conv2DTranspose(16, 4, 2, padding="same")(x))
    x = layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh")(x)
    return keras.Model(inputs=[noise, labels], outputs=x)


# %% discriminator
# -     of_class = layers.Embedding(num_classes, 64)(labels)
# +     of_class = layers.Embedding(num_classes, 64, embeddings_initializer="zeros")(labels)
