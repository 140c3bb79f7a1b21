"""Set trainable to False for the generator's update, which puts batch normalisation in inference mode."""

LOSES = {"test-update-both"}


# %% update-both
def update_both(gan, real_images):
    noise = gan.draw_noise(tf.shape(real_images)[0])
    with tf.GradientTape() as tape:
        fake_logits = gan.discriminator(gan.generator(noise, training=True), training=True)
        d_loss = gan.discriminator_loss(gan.discriminator(real_images, training=True), fake_logits)
    variables = gan.discriminator.trainable_variables
    gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
    gan.discriminator.trainable = False
    with tf.GradientTape() as tape:
        fake_logits = gan.discriminator(gan.generator(noise, training=True), training=True)
        g_loss = gan.generator_loss(fake_logits)
    variables = gan.generator.trainable_variables
    gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
    gan.discriminator.trainable = True
    return {"d_loss": d_loss, "g_loss": g_loss}
