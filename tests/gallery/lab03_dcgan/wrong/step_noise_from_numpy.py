"""Drew the noise with NumPy: once compiled it never changes."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = np.random.normal(size=(real_images.shape[0], gan.latent_dim)).astype("float32")
