"""Draws other images for the penalty."""

LOSES = {"test-critic-updates"}


# %% train-once
# -             d_loss = -estimate + gan.penalty_weight * gan.penalty(part, fake_images)
# +             others = gan.generator(gan.draw_noise(part.shape[0]), training=True)
# +             d_loss = -estimate + gan.penalty_weight * gan.penalty(part, others)
