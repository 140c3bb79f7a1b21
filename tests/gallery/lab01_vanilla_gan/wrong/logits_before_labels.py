"""Logits first, then labels, as some other libraries want it."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     on_real = cross_entropy(real_logits, 0.9 * tf.ones_like(real_logits))
# +     return on_real + cross_entropy(fake_logits, tf.zeros_like(fake_logits))
