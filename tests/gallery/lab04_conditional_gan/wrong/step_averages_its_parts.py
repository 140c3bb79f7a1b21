"""Averaged the two parts of the discriminator's loss."""

LOSES = {"test-update-both"}


# %% update-both
# -         d_loss = on_real + on_fake
# +         d_loss = (on_real + on_fake) / 2
