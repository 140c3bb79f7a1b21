"""The flag is set to True, but only after the step was first run frozen."""

LOSES = {"test-mended-training"}


# %% mended-training
def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    discriminator.compile(optimizer=d_optimizer, loss=cross_entropy)
    discriminator.trainable = False
    combined = keras.Sequential([generator, discriminator])
    combined.compile(optimizer=g_optimizer, loss=cross_entropy)
    g_losses = []
    for real_images, noise in zip(real_batches, noise_batches, strict=True):
        ones, zeros = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
        discriminator.train_on_batch(real_images, ones)
        discriminator.train_on_batch(np.asarray(generator(noise)), zeros)
        discriminator.trainable = True
        discriminator.trainable = False
        g_losses.append(float(combined.train_on_batch(noise, ones)))
    return g_losses
