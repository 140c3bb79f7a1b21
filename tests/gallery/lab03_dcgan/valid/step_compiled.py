"""The step is compiled already; samples without naming the mode."""


# %% losses
def discriminator_loss(real_logits, fake_logits):
    real = keras.losses.binary_crossentropy(tf.ones_like(real_logits), real_logits, from_logits=True)
    fake = keras.losses.binary_crossentropy(tf.zeros_like(fake_logits), fake_logits, from_logits=True)
    return tf.reduce_mean(real) + tf.reduce_mean(fake)


def generator_loss(fake_logits):
    return tf.reduce_mean(
        keras.losses.binary_crossentropy(tf.ones_like(fake_logits), fake_logits, from_logits=True)
    )


# %% update-both
@tf.function
def update_both(gan, real_images):
    noise = gan.draw_noise(tf.shape(real_images)[0])
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


# %% draw-samples
def draw_samples(gan, noise):
    return gan.average(noise)
