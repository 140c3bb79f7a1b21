"""No network is told that this is training."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_images = gan.generator([noise, labels], training=True)
# -         real_logits = gan.discriminator([real_images, labels], training=True)
# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_images = gan.generator([noise, labels])
# +         real_logits = gan.discriminator([real_images, labels])
# +         fake_logits = gan.discriminator([fake_images, labels])
