"""The generator has moved before the critic does."""

LOSES = {"test-generator-update"}


# %% train-once
def train_once(gan, real_images):
    count = real_images.shape[0] // gan.critic_steps
    noise = gan.draw_noise(count)
    with tf.GradientTape() as tape:
        g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
    variables = gan.generator.trainable_variables
    gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
    for part in tf.split(real_images, gan.critic_steps):
        fake_images = gan.generator(gan.draw_noise(count), training=True)
        with tf.GradientTape() as tape:
            estimate = tf.reduce_mean(gan.critic(part)) - tf.reduce_mean(gan.critic(fake_images))
            d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
        variables = gan.critic.trainable_variables
        gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
    return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
