"""The newest losses are the best ones."""

LOSES = {"test-step"}


# %% step
# -         return {"d_loss": d_loss, "g_loss": g_loss}
# +         real_logits = self.discriminator(real_images, training=True)
# +         fake_logits = self.discriminator(self.generator(noise, training=True), training=True)
# +         return {"d_loss": self.d_loss_fn(real_logits, fake_logits), "g_loss": self.g_loss_fn(fake_logits)}
