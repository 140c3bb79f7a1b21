"""Ran the networks in inference mode."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_images = gan.generator(noise, training=True)
# -         real_logits = gan.discriminator(real_images, training=True)
# -         fake_logits = gan.discriminator(fake_images, training=True)
# +         fake_images = gan.generator(noise, training=False)
# +         real_logits = gan.discriminator(real_images, training=False)
# +         fake_logits = gan.discriminator(fake_images, training=False)
