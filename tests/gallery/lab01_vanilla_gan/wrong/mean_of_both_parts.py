"""All 2n answers are one batch, and a loss is a mean."""

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
    logits = tf.concat([real_logits, fake_logits], axis=0)
    labels = tf.concat([0.9 * tf.ones_like(real_logits), tf.zeros_like(fake_logits)], axis=0)
    return keras.losses.BinaryCrossentropy(from_logits=True)(labels, logits)
