"""Always drew 32 noise vectors."""

LOSES = {"test-update-both"}


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = gan.draw_noise(32)
