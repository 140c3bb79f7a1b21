"""Drew labels by lot for the generated images, so the batches do not share them."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     asked = tf.random.uniform(tf.shape(labels), 0, 5, dtype="int32")

# -         fake_images = gan.generator([noise, labels], training=True)
# +         fake_images = gan.generator([noise, asked], training=True)

# -         fake_logits = gan.discriminator([fake_images, labels], training=True)
# +         fake_logits = gan.discriminator([fake_images, asked], training=True)
