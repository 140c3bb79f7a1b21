"""The label as one more channel of the image; one small image for each class at the start of the generator."""


# %% generator
def build_generator(latent_dim, num_classes):
    layers = keras.layers
    noise, labels = keras.Input((latent_dim,)), keras.Input((), dtype="int32")
    x = layers.Reshape((7, 7, 24))(layers.Dense(7 * 7 * 24)(noise))
    plane = layers.Reshape((7, 7, 1))(layers.Embedding(num_classes, 49)(labels))
    x = layers.LeakyReLU(negative_slope=0.2)(layers.Concatenate()([x, plane]))
    x = layers.Conv2D(16, 3, padding="same", activation="gelu")(layers.UpSampling2D()(x))
    x = layers.Conv2D(1, 3, padding="same")(layers.UpSampling2D()(x))
    return keras.Model([noise, labels], layers.Activation("tanh")(x))


# %% discriminator
def build_discriminator(num_classes):
    layers = keras.layers
    images, labels = keras.Input((28, 28, 1)), keras.Input((), dtype="int32")
    plane = layers.Reshape((28, 28, 1))(layers.Embedding(num_classes, 28 * 28)(labels))
    x = layers.Concatenate()([images, plane])
    for channels in (16, 32, 32):
        x = layers.Conv2D(channels, 3, 2, padding="same")(x)
        x = layers.LeakyReLU(negative_slope=0.2)(x)
    return keras.Model([images, labels], layers.Dense(1)(layers.Flatten()(layers.Dropout(0.3)(x))))


# %% update-both
def update_both(gan, real_images, labels):
    ones = keras.ops.ones((keras.ops.shape(real_images)[0], 1))
    losses = {}
    for name in ("d", "g"):
        network = gan.discriminator if name == "d" else gan.generator
        optimizer = gan.d_optimizer if name == "d" else gan.g_optimizer
        with tf.GradientTape() as tape:
            fakes = gan.generator([gan.draw_noise(keras.ops.shape(real_images)[0]), labels], training=True)
            logits = gan.discriminator([fakes, labels], training=True)
            if name == "d":
                real = gan.discriminator([real_images, labels], training=True)
                loss = keras.ops.binary_crossentropy(ones, real, from_logits=True)
                loss = loss + keras.ops.binary_crossentropy(0 * ones, logits, from_logits=True)
            else:
                loss = keras.ops.binary_crossentropy(ones, logits, from_logits=True)
            losses[f"{name}_loss"] = loss = keras.ops.mean(loss)
        optimizer.apply(tape.gradient(loss, network.trainable_variables), network.trainable_variables)
    return losses
