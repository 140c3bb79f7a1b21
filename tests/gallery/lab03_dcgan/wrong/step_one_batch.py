"""Mixed real and generated images in one batch."""

LOSES = {"test-update-both"}


# %% update-both
# -         real_logits = gan.discriminator(real_images, training=True)
# -         fake_logits = gan.discriminator(fake_images, training=True)
# +         logits = gan.discriminator(tf.concat([real_images, fake_images], axis=0), training=True)
# +         real_logits, fake_logits = tf.split(logits, 2)
