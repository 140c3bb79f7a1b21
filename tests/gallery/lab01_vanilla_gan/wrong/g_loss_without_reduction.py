"""An axis of length 1 stays: the mean along the batch alone."""

LOSES = {"test-g-loss"}


# %% g-loss
# -     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.ones_like(fake_logits), fake_logits)
# +     return tf.reduce_mean(tf.nn.softplus(-fake_logits), axis=0)
