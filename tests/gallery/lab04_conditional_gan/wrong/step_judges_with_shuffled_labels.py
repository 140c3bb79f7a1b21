"""Shuffled the labels before the generated images were judged."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_logits = gan.discriminator([fake_images, tf.random.shuffle(labels)], training=True)
