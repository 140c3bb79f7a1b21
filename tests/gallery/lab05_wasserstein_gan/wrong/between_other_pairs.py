"""Pairs each real image with the next fake one."""

LOSES = {"test-points-between"}


# %% points-between
# -     return real_images + share * (fake_images - real_images)
# +     return real_images + share * (tf.roll(fake_images, 1, axis=0) - real_images)
