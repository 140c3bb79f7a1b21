"""Cut off at 0."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -     return within(real) + within(fake) - 2 * kernel(real, fake).mean()
# +     return max(0.0, within(real) + within(fake) - 2 * kernel(real, fake).mean())
