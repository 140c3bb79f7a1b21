"""The mean over the batch leaves an axis of length 1, which later cells cannot turn into a float."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     return tf.reshape(on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits), (1,))
