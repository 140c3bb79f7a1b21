"""The generator has moved before the critic does."""

LOSES = {"test-generator-update"}


# %% train-once
# -     for part in tf.split(real_images, gan.critic_steps):
# +     noise = gan.draw_noise(real_images.shape[0] // gan.critic_steps)
# +     with tf.GradientTape() as tape:
# +         g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
# +     variables = gan.generator.trainable_variables
# +     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# +     for part in tf.split(real_images, gan.critic_steps):

# -     noise = gan.draw_noise(part.shape[0])
# -     with tf.GradientTape() as tape:
# -         g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
# -     variables = gan.generator.trainable_variables
# -     gan.g_optimizer.apply(tape.gradient(g_loss, variables), variables)
