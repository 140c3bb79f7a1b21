"""The label of real images is 1."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# +     on_real = cross_entropy(tf.ones_like(real_logits), real_logits)
