"""All 2n answers are one batch, and a loss is a mean."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     logits = tf.concat([real_logits, fake_logits], axis=0)
# +     labels = tf.concat([0.9 * tf.ones_like(real_logits), tf.zeros_like(fake_logits)], axis=0)
# +     return keras.losses.BinaryCrossentropy(from_logits=True)(labels, logits)
