"""Images from outside of the tape: no gradient."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -         g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
# +         g_loss = -tf.reduce_mean(gan.critic(fake_images, training=True))
