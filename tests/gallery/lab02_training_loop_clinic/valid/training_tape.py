"""A loop with tapes instead of the combined model."""


# %% mended-training
def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    g_losses = []
    for real_images, noise in zip(real_batches, noise_batches, strict=True):
        with tf.GradientTape() as tape:
            d_loss = discriminator_loss(discriminator(real_images), discriminator(generator(noise)))
        variables = discriminator.trainable_variables
        d_optimizer.apply(tape.gradient(d_loss, variables), variables)
        with tf.GradientTape() as tape:
            g_loss = generator_loss(discriminator(generator(noise)))
        variables = generator.trainable_variables
        g_optimizer.apply(tape.gradient(g_loss, variables), variables)
        g_losses.append(float(g_loss))
    return g_losses
