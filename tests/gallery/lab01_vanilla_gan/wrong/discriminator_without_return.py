"""Builds a network and keeps it to itself."""

LOSES = {"test-discriminator"}


# %% discriminator
# -     return keras.Sequential(
# +     discriminator = keras.Sequential(
