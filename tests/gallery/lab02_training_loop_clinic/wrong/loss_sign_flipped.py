"""The mean of log D is to be large, so it is returned."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
def mended_generator_loss(fake_logits):
    return -tf.reduce_mean(tf.nn.softplus(-fake_logits))
