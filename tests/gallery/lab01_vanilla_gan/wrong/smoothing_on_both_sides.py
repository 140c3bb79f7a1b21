"""label_smoothing does it in one go; 0.2 gives 0.9 and 0.1."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# +     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.2)
# +     on_real = cross_entropy(tf.ones_like(real_logits), real_logits)
