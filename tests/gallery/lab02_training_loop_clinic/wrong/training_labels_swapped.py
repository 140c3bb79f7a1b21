"""Real is 0 and generated is 1 in the discriminator, while the generator still asks for 1."""

LOSES = {"test-mended-training"}


# %% mended-training
def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    discriminator.compile(optimizer=d_optimizer, loss=cross_entropy)
    combined = keras.Sequential([generator, discriminator])
    combined.compile(optimizer=g_optimizer, loss=cross_entropy)
    g_losses = []
    for real_images, noise in zip(real_batches, noise_batches, strict=True):
        ones, zeros = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
        discriminator.trainable = True
        discriminator.train_on_batch(real_images, zeros)
        discriminator.train_on_batch(np.asarray(generator(noise)), ones)
        discriminator.trainable = False
        g_losses.append(float(combined.train_on_batch(noise, ones)))
    return g_losses
