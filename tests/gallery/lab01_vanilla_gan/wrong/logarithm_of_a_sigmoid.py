"""The formula, literally. It works for small logits."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     real, fake = tf.sigmoid(real_logits), tf.sigmoid(fake_logits)
# +     on_real = 0.9 * tf.math.log(real) + 0.1 * tf.math.log(1 - real)
# +     return -tf.reduce_mean(on_real) - tf.reduce_mean(tf.math.log(1 - fake))
