"""Noise from NumPy, which a compiled step draws once."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = tf.constant(np.random.normal(size=(real_images.shape[0], 3)), "float32")
