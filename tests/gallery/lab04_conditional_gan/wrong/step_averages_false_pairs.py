"""False pairs count half: generated images, and real ones with labels by lot."""

LOSES = {"test-update-both"}


# %% update-both
# -         d_loss = on_real + on_fake
# +         false_logits = gan.discriminator([real_images, tf.random.shuffle(labels)], training=True)
# +         d_loss = on_real + (on_fake + cross_entropy(tf.zeros_like(false_logits), false_logits)) / 2
