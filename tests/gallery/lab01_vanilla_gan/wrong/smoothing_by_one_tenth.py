"""label_smoothing=0.1 sounds like 0.9; it gives 0.95, and 0.05 for generated images."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# +     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1)
# +     on_real = cross_entropy(tf.ones_like(real_logits), real_logits)
