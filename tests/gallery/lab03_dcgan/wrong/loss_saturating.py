"""Used the saturating loss of the generator."""

LOSES = {"test-losses"}

# %% losses
cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)


def discriminator_loss(real_logits, fake_logits):
    return cross_entropy(tf.ones_like(real_logits), real_logits) + cross_entropy(
        tf.zeros_like(fake_logits), fake_logits
    )


def generator_loss(fake_logits):
    return -cross_entropy(tf.zeros_like(fake_logits), fake_logits)
