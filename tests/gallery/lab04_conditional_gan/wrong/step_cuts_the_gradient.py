"""No gradient passes from the images to the generator."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_images = gan.generator([noise, labels], training=True)
# +         fake_images = tf.stop_gradient(gan.generator([noise, labels], training=True))
