"""The classmate's step, where only the generator is not clipped any more."""

LOSES = {"test-critic-updates"}


# %% train-once
def train_once(gan, real_images):
    count = real_images.shape[0] // gan.critic_steps
    for _ in range(gan.critic_steps):
        fake_images = gan.generator(gan.draw_noise(count), training=True)
        with tf.GradientTape() as tape:
            real_scores = tf.sigmoid(gan.critic(real_images[:count], training=True))
            fake_scores = tf.sigmoid(gan.critic(fake_images, training=True))
            estimate = tf.reduce_mean(real_scores) - tf.reduce_mean(fake_scores)
            penalty = gan.penalty(real_images[:count], real_images[:count])
            d_loss = estimate + gan.penalty_weight * penalty
        variables = gan.critic.trainable_variables
        gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
    with tf.GradientTape() as tape:
        fake_images = gan.generator(gan.draw_noise(count), training=True)
        g_loss = -tf.reduce_mean(gan.critic(fake_images, training=True))
    variables = gan.generator.trainable_variables
    gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
    return {"d_loss": d_loss, "g_loss": g_loss, "estimate": estimate}
