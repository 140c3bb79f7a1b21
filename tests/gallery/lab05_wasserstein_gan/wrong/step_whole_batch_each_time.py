"""The whole batch in each update."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -     for part in tf.split(real_images, gan.critic_steps):
# +     for part in [real_images] * gan.critic_steps:
