"""The value function says: minimise log(1 - D)."""

LOSES = {"test-g-loss"}


# %% g-loss
def generator_loss(fake_logits):
    """Return the generator's non-saturating loss, a tensor with one number.

    fake_logits: float32 tensor, shape (n, 1). The loss is right for any size of logit, also for 40 and -40.

    The cross-entropy with the label 1, no smoothing, the mean over the batch. Compute with tf or keras, not
    with NumPy, so that a gradient with respect to the logits exists.
    """
    return -tf.reduce_mean(tf.nn.softplus(fake_logits))
