"""By hand, and both players meet the same images: made once, outside the tape."""

LOSES = {"test-mended-training"}


# %% mended-training
def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):
    g_losses = []
    for real_images, noise in zip(real_batches, noise_batches, strict=True):
        fake_images = np.asarray(generator(noise, training=True))
        with tf.GradientTape(persistent=True) as tape:
            real_logits = discriminator(real_images, training=True)
            fake_logits = discriminator(fake_images, training=True)
            d_loss = discriminator_loss(real_logits, fake_logits)
            g_loss = cross_entropy(tf.ones_like(fake_logits), fake_logits)
        variables = discriminator.trainable_variables
        d_optimizer.apply(tape.gradient(d_loss, variables), variables)
        variables = generator.trainable_variables
        g_optimizer.apply(tape.gradient(g_loss, variables), variables)
        g_losses.append(float(g_loss))
    return g_losses
