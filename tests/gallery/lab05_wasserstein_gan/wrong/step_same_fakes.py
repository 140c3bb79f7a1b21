"""The same fake images for all updates."""

LOSES = {"test-critic-updates"}


# %% train-once
# -         fake_images = gan.generator(gan.draw_noise(part.shape[0]), training=True)

# -     for part in tf.split(real_images, gan.critic_steps):
# +     noise = gan.draw_noise(real_images.shape[0] // gan.critic_steps)
# +     fake_images = gan.generator(noise, training=True)
# +     for part in tf.split(real_images, gan.critic_steps):
