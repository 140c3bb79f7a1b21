"""Only the notation was changed."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     return tf.reduce_mean(tf.math.log(1 - tf.sigmoid(fake_logits)))
