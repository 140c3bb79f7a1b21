"""One update on the whole batch."""

LOSES = {"test-critic-updates"}


# %% train-once
# -     for part in tf.split(real_images, gan.critic_steps):
# +     for part in [real_images[: real_images.shape[0] // gan.critic_steps]]:
