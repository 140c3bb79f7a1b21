"""The images are made an array, as for the discriminator's step: no gradient passes."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
# -         fake_images = generator(noise, training=True)
# +         fake_images = generator(noise, training=True).numpy()
