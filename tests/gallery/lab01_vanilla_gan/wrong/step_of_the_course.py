"""Calls the step of the course's class instead of writing one."""

LOSES = {"test-step", "test-step-noise"}


# %% step
# -         noise = self.new_noise(tf.shape(real_images)[0])
# +         return super().train_step(real_images)
