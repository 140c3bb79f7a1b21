"""The generator wants low scores."""

LOSES = {"test-generator-update"}


# %% train-once
# -         g_loss = -tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
# +         g_loss = tf.reduce_mean(gan.critic(gan.generator(noise, training=True), training=True))
