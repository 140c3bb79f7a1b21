"""Draws noise outside the compiled step, and so once for each shape."""

LOSES = {"test-step-noise"}


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# +         with tf.init_scope():
# +             noise = self.new_noise(real_images.shape[0])
