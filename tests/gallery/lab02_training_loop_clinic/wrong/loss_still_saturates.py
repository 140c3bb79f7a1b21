"""Only the notation was changed."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
def mended_generator_loss(fake_logits):
    return tf.reduce_mean(tf.math.log(1 - tf.sigmoid(fake_logits)))
