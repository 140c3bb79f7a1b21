"""All noise of a step drawn in one go; the generator's update uses the noise of the critic's last one."""


# %% train-once
def train_once(gan, real_images):
    count = real_images.shape[0]
    noise = gan.draw_noise(count)
    shape = (gan.critic_steps, count // gan.critic_steps)
    parts = tf.reshape(real_images, shape + real_images.shape[1:])
    noise = tf.reshape(noise, shape + noise.shape[1:])
    for number in range(gan.critic_steps):
        with tf.GradientTape() as tape:
            fake_images = gan.generator(noise[number], training=True)
            real_mean = tf.reduce_mean(gan.critic(parts[number], training=True))
            fake_mean = tf.reduce_mean(gan.critic(fake_images, training=True))
            d_loss = fake_mean - real_mean + gan.penalty_weight * gan.penalty(parts[number], fake_images)
        slopes = tape.gradient(d_loss, gan.critic.trainable_variables)
        gan.d_optimizer.apply(slopes, gan.critic.trainable_variables)
    with tf.GradientTape() as tape:
        fake_images = gan.generator(noise[-1], training=True)
        g_loss = -tf.reduce_mean(gan.critic(fake_images, training=True))
    slopes = tape.gradient(g_loss, gan.generator.trainable_variables)
    gan.g_optimizer.apply(slopes, gan.generator.trainable_variables)
    return {"d_loss": d_loss, "g_loss": g_loss, "estimate": real_mean - fake_mean}


# %% points-between
def points_between(real_images, fake_images):
    share = tf.random.uniform(tf.shape(real_images)[:1], maxval=1.0)
    return real_images + tf.einsum("i,i...->i...", share, fake_images - real_images)


# %% gradient-penalty
def gradient_penalty(critic, points):
    with tf.GradientTape() as tape:
        tape.watch(points)
        scores = critic(points)
    gradient = keras.layers.Flatten()(tape.gradient(scores, points))
    slopes = tf.sqrt(tf.einsum("ij,ij->i", gradient, gradient) + 1e-10)
    return tf.reduce_sum((slopes - 1.0) ** 2) / points.shape[0]
