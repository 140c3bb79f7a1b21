"""Right on paper; the logarithm of 0 is not finite for large logits."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
def mended_generator_loss(fake_logits):
    return -tf.reduce_mean(tf.math.log(tf.sigmoid(fake_logits)))
