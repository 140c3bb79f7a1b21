"""Drew the noise from a fixed seed."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = keras.random.normal((tf.shape(real_images)[0], gan.latent_dim), seed=1)
