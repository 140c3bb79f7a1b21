"""Moves the generator after each update of the critic."""

LOSES = {"test-generator-update"}


# %% train-once
def train_once(gan, real_images):
    for part in tf.split(real_images, gan.critic_steps):
        noise = gan.draw_noise(part.shape[0])
        fake_images = gan.generator(noise, training=True)
        with tf.GradientTape() as tape:
            estimate = tf.reduce_mean(gan.critic(part)) - tf.reduce_mean(gan.critic(fake_images))
            d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
        variables = gan.critic.trainable_variables
        gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
        with tf.GradientTape() as tape:
            g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True)))
        variables = gan.generator.trainable_variables
        gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
    return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
