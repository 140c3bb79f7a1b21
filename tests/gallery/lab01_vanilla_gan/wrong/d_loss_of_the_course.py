"""Takes the loss of the course's class, with another label for real images, instead of writing one."""

LOSES = {"test-d-loss"}


# %% d-loss
class Smoothed(GAN):
    real_label = 0.9


def discriminator_loss(real_logits, fake_logits):
    return Smoothed.d_loss(Smoothed, real_logits, fake_logits)
