"""Computed the losses again after the updates."""

LOSES = {"test-update-both"}


# %% update-both
# -     return {"d_loss": d_loss, "g_loss": g_loss}
# +     fake_images = gan.generator([noise, labels], training=True)
# +     real_logits = gan.discriminator([real_images, labels], training=True)
# +     fake_logits = gan.discriminator([fake_images, labels], training=True)
# +     d_loss = cross_entropy(tf.ones_like(real_logits), real_logits)
# +     d_loss += cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +     return {"d_loss": d_loss, "g_loss": cross_entropy(tf.ones_like(fake_logits), fake_logits)}
