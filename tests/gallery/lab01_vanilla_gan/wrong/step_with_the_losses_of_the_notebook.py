"""discriminator_loss and generator_loss are right there, so why self.d_loss_fn."""

LOSES = {"test-step"}


# %% step
# -             d_loss = self.d_loss_fn(real_logits, fake_logits)
# -             g_loss = self.g_loss_fn(fake_logits)
# +             d_loss = discriminator_loss(real_logits, fake_logits)
# +             g_loss = generator_loss(fake_logits)
