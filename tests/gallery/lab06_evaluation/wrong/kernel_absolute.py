"""Took the size of the estimate."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -     return within(real) + within(fake) - 2 * kernel(real, fake).mean()
# +     return abs(within(real) + within(fake) - 2 * kernel(real, fake).mean())
