"""Summed over the batch."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
def mended_generator_loss(fake_logits):
    return tf.reduce_sum(tf.nn.softplus(-fake_logits))
