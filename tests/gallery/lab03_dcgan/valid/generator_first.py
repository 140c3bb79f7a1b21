"""tf.nn for the losses, the generator updated first, averages by layers, samples in batches."""


# %% losses
def bce(label, logits):
    labels = tf.fill(tf.shape(logits), label)
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))


def discriminator_loss(real_logits, fake_logits):
    return bce(1.0, real_logits) + bce(0.0, fake_logits)


def generator_loss(fake_logits):
    return bce(1.0, fake_logits)


# %% update-both
def update_both(gan, real_images):
    noise = gan.draw_noise(real_images.shape[0])
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch([v.value for v in gan.generator.trainable_variables])
        g_loss = gan.generator_loss(gan.discriminator(gan.generator(noise, training=True), training=True))
    gradients = tape.gradient(g_loss, gan.generator.trainable_variables)
    gan.g_optimizer.apply(gradients, gan.generator.trainable_variables)
    with tf.GradientTape() as tape:
        fake_images = tf.stop_gradient(gan.generator(noise, training=True))
        fake_logits = gan.discriminator(fake_images, training=True)
        d_loss = gan.discriminator_loss(gan.discriminator(real_images, training=True), fake_logits)
    gradients = tape.gradient(d_loss, gan.discriminator.trainable_variables)
    gan.d_optimizer.apply(gradients, gan.discriminator.trainable_variables)
    return {"g_loss": g_loss, "d_loss": d_loss}


# %% update-average
def update_average(average, generator, keep):
    for mine, theirs in zip(average.layers, generator.layers, strict=True):
        for a, b in zip(mine.weights, theirs.weights, strict=True):
            a.assign(keras.ops.add(keras.ops.multiply(a, keep), keras.ops.multiply(b, 1 - keep)))


# %% draw-samples
# -     return gan.average(noise, training=False)
# +     parts = [gan.average(noise[i : i + 3], training=False) for i in range(0, len(noise), 3)]
# +     return tf.concat(parts, axis=0)
