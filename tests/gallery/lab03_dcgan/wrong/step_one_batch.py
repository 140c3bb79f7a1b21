"""Mixed real and generated images in one batch."""

LOSES = {"test-update-both"}


# %% update-both
def update_both(gan, real_images):
    noise = gan.draw_noise(tf.shape(real_images)[0])
    with tf.GradientTape(persistent=True) as tape:
        fake_images = gan.generator(noise, training=True)
        logits = gan.discriminator(tf.concat([real_images, fake_images], axis=0), training=True)
        real_logits, fake_logits = tf.split(logits, 2)
        d_loss = gan.discriminator_loss(real_logits, fake_logits)
        g_loss = gan.generator_loss(fake_logits)
    d_variables = gan.discriminator.trainable_variables
    g_variables = gan.generator.trainable_variables
    gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
    gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
    return {"d_loss": d_loss, "g_loss": g_loss}
