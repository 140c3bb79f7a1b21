"""trainable = False, so that drawing changes nothing. Nothing else changes it afterwards, either."""

LOSES = {"test-generate"}


# %% generate
# -     return generator(noise, training=False)
# +     generator.trainable = False
# +     return generator(noise, training=True)
