"""A third part of the loss: real images with other labels than their own."""

LOSES = {"test-update-both"}


# %% update-both
# -         d_loss = on_real + on_fake
# +         false_logits = gan.discriminator([real_images, tf.roll(labels, 1, axis=0)], training=True)
# +         d_loss = on_real + on_fake + cross_entropy(tf.zeros_like(false_logits), false_logits)
