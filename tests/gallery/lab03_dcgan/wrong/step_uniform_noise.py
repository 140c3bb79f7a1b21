"""Drew uniform noise, as in 2016."""

LOSES = {"test-update-both"}


# %% update-both
def update_both(gan, real_images):
    noise = keras.random.uniform((tf.shape(real_images)[0], gan.latent_dim), -1, 1, seed=gan.seed_generator)
    with tf.GradientTape(persistent=True) as tape:
        fake_images = gan.generator(noise, training=True)
        real_logits = gan.discriminator(real_images, training=True)
        fake_logits = gan.discriminator(fake_images, training=True)
        d_loss = gan.discriminator_loss(real_logits, fake_logits)
        g_loss = gan.generator_loss(fake_logits)
    d_variables = gan.discriminator.trainable_variables
    g_variables = gan.generator.trainable_variables
    gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
    gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
    return {"d_loss": d_loss, "g_loss": g_loss}
