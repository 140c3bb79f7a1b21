"""Batches have 100 images."""

LOSES = {"test-step-noise"}


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# +         noise = self.new_noise(100)
