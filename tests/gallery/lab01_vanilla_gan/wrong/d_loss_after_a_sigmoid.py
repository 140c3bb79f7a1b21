"""A sigmoid first, then the cross-entropy of Keras, which clips what is too near to 0 or 1."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     cross_entropy = keras.losses.BinaryCrossentropy()
# +     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), tf.sigmoid(real_logits))
# +     return on_real + cross_entropy(tf.zeros_like(fake_logits), tf.sigmoid(fake_logits))
