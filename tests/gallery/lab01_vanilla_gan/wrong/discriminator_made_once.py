"""There is one discriminator in a GAN."""

LOSES = {"test-discriminator"}


# %% discriminator
# - def build_discriminator():
# + @functools.cache
# + def build_discriminator():
