"""Returned floats, which cannot be differentiated."""

LOSES = {"test-losses"}


# %% losses
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     return float(on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits))

# -     return cross_entropy(tf.ones_like(fake_logits), fake_logits)
# +     return float(cross_entropy(tf.ones_like(fake_logits), fake_logits))
