"""The loss is measured again after the update."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
# -     return g_loss
# +     return loss_fn(discriminator(generator(noise)))
