"""The generator in inference mode for the critic's updates."""

LOSES = {"test-critic-updates"}


# %% train-once
# -         fake_images = gan.generator(gan.draw_noise(part.shape[0]), training=True)
# +         fake_images = gan.generator(gan.draw_noise(part.shape[0]), training=False)
