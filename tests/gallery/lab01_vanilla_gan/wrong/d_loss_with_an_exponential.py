"""log(1 + exp(x)), as in the book: right for 40, infinite for 120."""

LOSES = {"test-d-loss"}


# %% d-loss
# -     cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# -     on_real = cross_entropy(0.9 * tf.ones_like(real_logits), real_logits)
# -     return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     on_real = tf.math.log(1 + tf.exp(real_logits)) - 0.9 * real_logits
# +     return tf.reduce_mean(on_real) + tf.reduce_mean(tf.math.log(1 + tf.exp(fake_logits)))
