"""Shuffled the labels before the images were drawn."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_images = gan.generator([noise, labels], training=True)
# +         fake_images = gan.generator([noise, tf.random.shuffle(labels)], training=True)
