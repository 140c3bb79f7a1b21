"""Stop the gradient at the images: D's and G's work stay apart."""

LOSES = {"test-step", "test-step-noise"}


# %% step
# -             fake_images = self.generator(noise, training=True)
# +             fake_images = tf.stop_gradient(self.generator(noise, training=True))
