"""Logits first, then labels, as some other libraries want it."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     return cross_entropy(fake_logits, tf.ones_like(fake_logits))
