"""Summed over the batch."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     return tf.reduce_sum(tf.nn.softplus(-fake_logits))
