"""Generated images have the label 0."""

LOSES = {"test-g-loss"}


# %% g-loss
# -     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.ones_like(fake_logits), fake_logits)
# +     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.zeros_like(fake_logits), fake_logits)
