"""A sigmoid on the scores."""

LOSES = {"test-critic-updates"}


# %% train-once
# -             real_scores = gan.critic(part, training=True)
# +             real_scores = tf.sigmoid(gan.critic(part, training=True))

# -             fake_scores = gan.critic(fake_images, training=True)
# +             fake_scores = tf.sigmoid(gan.critic(fake_images, training=True))
