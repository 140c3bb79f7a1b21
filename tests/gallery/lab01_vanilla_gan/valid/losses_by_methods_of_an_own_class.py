"""Own losses have the names of the course's, are methods as those are, and are compiled as those may be."""


# %% d-loss
class Losses:
    def d_loss(self, real_logits, fake_logits):
        on_real = tf.nn.sigmoid_cross_entropy_with_logits(0.9 * tf.ones_like(real_logits), real_logits)
        return tf.reduce_mean(on_real) + tf.reduce_mean(tf.nn.softplus(fake_logits))

    def g_loss(self, fake_logits):
        return tf.reduce_mean(tf.nn.softplus(-fake_logits))


@tf.function
def discriminator_loss(real_logits, fake_logits):
    return Losses().d_loss(real_logits, fake_logits)


# %% g-loss
@tf.function
def generator_loss(fake_logits):
    return Losses().g_loss(fake_logits)
