"""Calls the step of the course's class instead of writing one."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     return GAN.train_step(gan, real_images)
