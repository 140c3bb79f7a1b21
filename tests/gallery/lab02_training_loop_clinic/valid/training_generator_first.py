"""The generator goes first, so the discriminator meets its newer images: the generated half before the real one."""


# %% mended-training
def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    g_losses = ()
    for real_images, noise in zip(real_batches, noise_batches, strict=True):
        with tf.GradientTape() as tape:
            g_loss = generator_loss(discriminator(generator(noise)))
        variables = generator.trainable_variables
        g_optimizer.apply(tape.gradient(g_loss, variables), variables)
        g_losses += (g_loss,)
        variables = discriminator.trainable_variables
        for images, label in ((generator(noise), 0.0), (real_images, 1.0)):
            with tf.GradientTape() as tape:
                logits = discriminator(images)
                loss = cross_entropy(label * tf.ones_like(logits), logits) / 2
            d_optimizer.apply(tape.gradient(loss, variables), variables)
    return g_losses
