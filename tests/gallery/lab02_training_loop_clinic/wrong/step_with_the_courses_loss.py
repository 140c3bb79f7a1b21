"""The notebook's own loss, not the one that is handed over."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
# -         g_loss = loss_fn(discriminator(fake_images, training=True))
# +         g_loss = generator_loss(discriminator(fake_images, training=True))
