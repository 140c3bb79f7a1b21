"""The generator draws in inference mode."""

LOSES = {"test-update-both"}


# %% update-both
# -         fake_images = gan.generator([noise, labels], training=True)
# +         fake_images = gan.generator([noise, labels], training=False)
