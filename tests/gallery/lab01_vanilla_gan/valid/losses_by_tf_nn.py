"""sigmoid_cross_entropy_with_logits, and smoothing by hand."""


# %% d-loss
def discriminator_loss(real_logits, fake_logits):
    """Return the discriminator's loss, a tensor with one number.

    real_logits, fake_logits: float32 tensors, both of shape (n, 1). The loss is right for any
    size of logit, also for 40 and -40.

    The cross-entropy with the label 0.9 for real and 0 for generated images: the mean over the real ones
    plus the mean over the generated ones. Compute with tf or keras, not with NumPy, so that gradients
    with respect to both logits exist.
    """
    real = tf.nn.sigmoid_cross_entropy_with_logits(
        labels=tf.fill(tf.shape(real_logits), 0.9), logits=real_logits
    )
    fake = tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.zeros_like(fake_logits), logits=fake_logits)
    return tf.reduce_sum(real) / tf.cast(tf.size(real), "float32") + tf.reduce_mean(fake)


# %% g-loss
# -     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.ones_like(fake_logits), fake_logits)
# +     return keras.ops.mean(keras.ops.softplus(-fake_logits))
