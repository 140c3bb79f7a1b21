"""Computes the losses again inside the step; returns samples as NumPy."""


# %% losses
def discriminator_loss(real_logits, fake_logits):
    return -keras.ops.mean(keras.ops.log_sigmoid(real_logits)) - keras.ops.mean(
        keras.ops.log_sigmoid(-fake_logits)
    )


def generator_loss(fake_logits):
    return -keras.ops.mean(keras.ops.log_sigmoid(fake_logits))


# %% update-both
def update_both(gan, real_images):
    noise = gan.draw_noise(tf.shape(real_images)[0])
    with tf.GradientTape(persistent=True) as tape:
        fake_images = gan.generator(noise, training=True)
        real_logits = gan.discriminator(real_images, training=True)
        fake_logits = gan.discriminator(fake_images, training=True)
        d_loss = tf.reduce_mean(tf.nn.softplus(-real_logits)) + tf.reduce_mean(tf.nn.softplus(fake_logits))
        g_loss = tf.reduce_mean(tf.nn.softplus(-fake_logits))
    d_variables = gan.discriminator.trainable_variables
    g_variables = gan.generator.trainable_variables
    gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
    gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
    return {"d_loss": d_loss, "g_loss": g_loss}


# %% draw-samples
def draw_samples(gan, noise):
    noise = tf.convert_to_tensor(noise, dtype="float32")
    return gan.average(noise, training=False).numpy()
