"""Own loss formula, two tapes with fresh noise, averages by differences, predict."""


# %% losses
def discriminator_loss(real_logits, fake_logits):
    return tf.reduce_mean(tf.nn.softplus(-real_logits)) + tf.reduce_mean(tf.nn.softplus(fake_logits))


def generator_loss(fake_logits):
    return tf.math.reduce_mean(tf.math.softplus(-fake_logits))


# %% update-both
def update_both(gan, real_images):
    n = keras.ops.shape(real_images)[0]
    fake_images = gan.generator(gan.draw_noise(n), training=True)
    with tf.GradientTape() as d_tape:
        d_loss = gan.discriminator_loss(
            gan.discriminator(real_images, training=True), gan.discriminator(fake_images, training=True)
        )
    weights = gan.discriminator.trainable_weights
    gan.d_optimizer.apply_gradients(zip(d_tape.gradient(d_loss, weights), weights, strict=True))
    with tf.GradientTape() as g_tape:
        fake_images = gan.generator(gan.draw_noise(n), training=True)
        g_loss = gan.generator_loss(gan.discriminator(fake_images, training=True))
    weights = gan.generator.trainable_weights
    gan.g_optimizer.apply_gradients(zip(g_tape.gradient(g_loss, weights), weights, strict=True))
    return dict(d_loss=d_loss, g_loss=g_loss)


# %% update-average
def update_average(average, generator, keep):
    for i, weight in enumerate(generator.weights):
        target = average.weights[i]
        target.assign_add((weight - target) * (1.0 - keep))


# %% draw-samples
# -     return gan.average(noise, training=False)
# +     return gan.average.predict(noise, verbose=0)
