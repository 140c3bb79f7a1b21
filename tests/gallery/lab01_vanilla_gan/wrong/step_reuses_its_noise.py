"""The same noise in every step makes training repeatable."""

LOSES = {"test-step-noise"}


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# +         noise = draw_noise(real_images.shape[0], self.latent_dim, 7)
