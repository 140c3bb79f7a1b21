"""softplus instead of a class of Keras, and mean of sums."""


# %% d-loss
def discriminator_loss(real_logits, fake_logits):
    """Return the discriminator's loss, a tensor with one number.

    real_logits, fake_logits: float32 tensors, both of shape (n, 1). The loss is right for any
    size of logit, also for 40 and -40.

    The cross-entropy with the label 0.9 for real and 0 for generated images: the mean over the real ones
    plus the mean over the generated ones. Compute with tf or keras, not with NumPy, so that gradients
    with respect to both logits exist.
    """
    return tf.reduce_mean(tf.nn.softplus(-real_logits) + 0.1 * real_logits + tf.nn.softplus(fake_logits))


# %% g-loss
# -     return keras.losses.BinaryCrossentropy(from_logits=True)(tf.ones_like(fake_logits), fake_logits)
# +     return -keras.ops.mean(keras.ops.log_sigmoid(fake_logits))


# %% chance
def chance_loss(real_label):
    """Return the discriminator's loss at chance, in nats, one number.

    real_label: the label of real images, a number over 0 and at most 1.

    The loss of task 4.1 with real_label in place of 0.9 (real part plus generated part), when every
    image gets the probability real_label / 2 of being real.
    """
    return float(plotting.chance_levels(real_label)["d_loss"])
