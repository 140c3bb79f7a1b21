"""One noise vector for the whole batch."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = tf.repeat(gan.draw_noise(1), tf.shape(real_images)[0], axis=0)
