"""Judged in inference mode."""

LOSES = {"test-update-both"}


# %% update-both
# -         real_logits = gan.discriminator([real_images, labels], training=True)
# +         real_logits = gan.discriminator([real_images, labels], training=False)

# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_logits = gan.discriminator([fake_images, labels], training=False)
