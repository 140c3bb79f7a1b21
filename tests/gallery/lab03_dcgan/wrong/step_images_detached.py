"""Stopped the gradient at the images, for both losses."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_images = gan.generator(noise, training=True)
# +         fake_images = tf.stop_gradient(gan.generator(noise, training=True))
