"""The generator wants the label of generated images."""

LOSES = {"test-update-both"}


# %% update-both
# -         g_loss = cross_entropy(tf.ones_like(fake_logits), fake_logits)
# +         g_loss = cross_entropy(tf.zeros_like(fake_logits), fake_logits)
