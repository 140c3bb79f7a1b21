"""Judged the generated images with the labels in another order."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_logits = gan.discriminator([fake_images, labels[::-1]], training=True)
