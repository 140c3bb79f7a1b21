"""A small number keeps the logarithm finite; the loss and its gradient end there."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     return -tf.reduce_mean(tf.math.log(tf.sigmoid(fake_logits) + 1e-8))
