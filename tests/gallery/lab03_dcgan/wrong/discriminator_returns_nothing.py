"""Forgot to return the network."""

LOSES = {"test-discriminator"}


# %% discriminator
# -     return keras.Sequential(
# +     model = keras.Sequential(
