"""The formula, literally. It works for small logits."""

LOSES = {"test-d-loss"}


# %% d-loss
def discriminator_loss(real_logits, fake_logits):
    """Return the discriminator's loss, a tensor with one number.

    real_logits, fake_logits: float32 tensors, both of shape (n, 1). The loss is right for any
    size of logit, also for 40 and -40.

    The cross-entropy with the label 0.9 for real and 0 for generated images: the mean over the real ones
    plus the mean over the generated ones. Compute with tf or keras, not with NumPy, so that gradients
    with respect to both logits exist.
    """
    real, fake = tf.sigmoid(real_logits), tf.sigmoid(fake_logits)
    on_real = 0.9 * tf.math.log(real) + 0.1 * tf.math.log(1 - real)
    return -tf.reduce_mean(on_real) - tf.reduce_mean(tf.math.log(1 - fake))
