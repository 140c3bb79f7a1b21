"""ReLU as the last activation."""

LOSES = {"test-mended-generator"}


# %% mended-generator
def mended_generator(latent_dim, size):
    conv, start = keras.layers.Conv2DTranspose, size // 4
    return keras.Sequential(
        [
            keras.Input((latent_dim,)),
            keras.layers.Dense(start * start * 8, activation="relu"),
            keras.layers.Reshape((start, start, 8)),
            conv(8, 4, strides=2, padding="same", activation="relu"),
            conv(1, 4, strides=2, padding="same", activation="relu"),
        ]
    )
