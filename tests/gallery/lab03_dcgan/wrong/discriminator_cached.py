"""Remembered the network and returned it again."""

LOSES = {"test-discriminator"}


# %% discriminator
# - def build_discriminator():
# + @functools.cache
# + def build_discriminator():
