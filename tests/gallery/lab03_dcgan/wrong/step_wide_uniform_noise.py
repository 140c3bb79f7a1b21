"""Drew uniform noise with variance 1."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = tf.random.uniform((tf.shape(real_images)[0], gan.latent_dim), -(3**0.5), 3**0.5)
