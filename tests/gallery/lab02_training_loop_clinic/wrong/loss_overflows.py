"""The formula as it stands in the book: the logarithm of zero at large logits."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     return -tf.reduce_mean(tf.math.log(tf.sigmoid(fake_logits)))
