"""The value function says: minimise log(1 - D)."""

LOSES = {"test-g-loss"}


# %% g-loss
# -     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.ones_like(fake_logits), fake_logits)
# +     return -tf.reduce_mean(tf.nn.softplus(fake_logits))
