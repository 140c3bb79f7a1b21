"""Took the logarithm of the sigmoid, which is not finite for large logits."""

LOSES = {"test-losses"}


# %% losses
def discriminator_loss(real_logits, fake_logits):
    on_real = -tf.reduce_mean(tf.math.log(tf.sigmoid(real_logits)))
    return on_real - tf.reduce_mean(tf.math.log(1 - tf.sigmoid(fake_logits)))


def generator_loss(fake_logits):
    return -tf.reduce_mean(tf.math.log(tf.sigmoid(fake_logits)))
