"""Drew uniform noise, as in 2016."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = keras.random.uniform((tf.shape(real_images)[0], gan.latent_dim), -1, 1, seed=gan.seed_generator)
