"""Calls the loss of the course's class instead of writing one."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
def mended_generator_loss(fake_logits):
    return GAN.g_loss(None, fake_logits)
