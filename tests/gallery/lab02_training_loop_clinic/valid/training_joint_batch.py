"""One update of the discriminator on real and generated images in one batch; flags toggled for each call."""


# %% mended-training
def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    discriminator.compile(optimizer=d_optimizer, loss=keras.losses.BinaryCrossentropy(from_logits=True))
    code = keras.Input(generator.input_shape[1:])
    pair = keras.Model(code, discriminator(generator(code)))
    pair.compile(g_optimizer, keras.losses.BinaryCrossentropy(from_logits=True))
    history = []
    for x, z in zip(real_batches, noise_batches, strict=True):
        discriminator.trainable = True
        images = np.concatenate([x, generator.predict(z, verbose=0)])
        targets = np.array([1.0] * len(x) + [0.0] * len(z))[:, None]
        discriminator.train_on_batch(images, targets)
        discriminator.trainable = False
        history += [pair.train_on_batch(z, np.ones((len(z), 1)))]
    return history
