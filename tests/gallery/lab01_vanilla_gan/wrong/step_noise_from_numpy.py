"""NumPy draws noise too. When fit compiles the step, it is drawn once and for all."""

LOSES = {"test-step-noise"}


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# +         noise = np.random.uniform(-1, 1, (real_images.shape[0], self.latent_dim)).astype("float32")
