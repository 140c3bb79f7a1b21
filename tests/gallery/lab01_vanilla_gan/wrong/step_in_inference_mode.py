"""Training mode is for fit, and fit knows."""

LOSES = {"test-step"}


# %% step
# -             fake_images = self.generator(noise, training=True)
# -             real_logits = self.discriminator(real_images, training=True)
# -             fake_logits = self.discriminator(fake_images, training=True)
# +             fake_images = self.generator(noise, training=False)
# +             real_logits = self.discriminator(real_images, training=False)
# +             fake_logits = self.discriminator(fake_images, training=False)
