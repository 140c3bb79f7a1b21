"""The cross-entropy of TensorFlow, summed and divided by the number."""


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     losses = tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.ones_like(fake_logits), logits=fake_logits)
# +     return tf.reduce_sum(losses) / tf.cast(tf.size(losses), "float32")
