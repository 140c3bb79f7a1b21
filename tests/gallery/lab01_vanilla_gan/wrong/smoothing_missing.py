"""The label of real images is 1."""

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
    cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
    on_real = cross_entropy(tf.ones_like(real_logits), real_logits)
    return on_real + cross_entropy(tf.zeros_like(fake_logits), fake_logits)
