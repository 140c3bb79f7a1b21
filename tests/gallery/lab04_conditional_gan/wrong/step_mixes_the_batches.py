"""Real and generated images in one batch."""

LOSES = {"test-update-both"}


# %% update-both
# -         real_logits = gan.discriminator([real_images, labels], training=True)

# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         both, twice = tf.concat([real_images, fake_images], axis=0), tf.concat([labels, labels], axis=0)
# +         real_logits, fake_logits = tf.split(gan.discriminator([both, twice], training=True), 2)
