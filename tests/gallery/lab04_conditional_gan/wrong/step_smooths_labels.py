"""Smoothed the label of real images."""

LOSES = {"test-update-both"}


# %% update-both
# -         on_real = cross_entropy(tf.ones_like(real_logits), real_logits)
# +         on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
