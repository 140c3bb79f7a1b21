"""Computed the returned losses once more, after both updates."""

LOSES = {"test-update-both"}


# %% update-both
# -     return {"d_loss": d_loss, "g_loss": g_loss}
# +     real_logits = gan.discriminator(real_images, training=True)
# +     fake_logits = gan.discriminator(gan.generator(noise, training=True), training=True)
# +     d_loss, g_loss = gan.discriminator_loss(real_logits, fake_logits), gan.generator_loss(fake_logits)
# +     return {"d_loss": d_loss, "g_loss": g_loss}
