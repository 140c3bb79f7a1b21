"""Calls the course's loss, which the task forbids."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     return generator_loss(fake_logits)
