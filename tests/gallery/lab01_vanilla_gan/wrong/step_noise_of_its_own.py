"""tf.random.uniform instead of self.new_noise: another seed, so that no run can be repeated."""

LOSES = {"test-step-noise"}


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# +         noise = tf.random.uniform((tf.shape(real_images)[0], self.latent_dim), -1.0, 1.0)
