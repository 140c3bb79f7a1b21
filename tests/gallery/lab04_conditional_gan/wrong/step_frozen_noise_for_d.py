"""Fresh noise for the generator's loss, NumPy's for the discriminator's."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         old = tf.constant(np.random.normal(size=(real_images.shape[0], 3)), "float32")
# +         old_logits = gan.discriminator([gan.generator([old, labels], training=True), labels], training=True)

# -         on_fake = cross_entropy(tf.zeros_like(fake_logits), fake_logits)
# +         on_fake = cross_entropy(tf.zeros_like(old_logits), old_logits)
