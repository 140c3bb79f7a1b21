"""Clips large logits, so that no exponential overflows; the loss stops at 50."""

LOSES = {"test-g-loss"}


# %% g-loss
# -     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.ones_like(fake_logits), fake_logits)
# +     return tf.reduce_mean(tf.math.log(1 + tf.exp(-tf.clip_by_value(fake_logits, -50.0, 50.0))))
