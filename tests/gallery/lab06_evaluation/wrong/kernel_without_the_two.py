"""The factor 2 is missing."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -     return within(real) + within(fake) - 2 * kernel(real, fake).mean()
# +     return within(real) + within(fake) - kernel(real, fake).mean()
