"""The scores are those of the first part, the penalty that of the next."""

LOSES = {"test-critic-updates"}


# %% train-once
# -             real_scores = gan.critic(part, training=True)
# +             real_scores = gan.critic(tf.split(real_images, gan.critic_steps)[0], training=True)
