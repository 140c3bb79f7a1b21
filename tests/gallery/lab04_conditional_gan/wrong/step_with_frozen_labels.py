"""Drew labels for the generated images once, with NumPy."""

LOSES = {"test-update-both"}


# %% update-both
# - def update_both(gan, real_images, labels):
# + lot = np.random.default_rng(1).integers(0, 5, size=100_000)
# +
# +
# + def update_both(gan, real_images, labels):

# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     asked = tf.constant(lot, "int32")[: tf.shape(labels)[0]]

# -         fake_images = gan.generator([noise, labels], training=True)
# +         fake_images = gan.generator([noise, asked], training=True)

# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_logits = gan.discriminator([fake_images, asked], training=True)
