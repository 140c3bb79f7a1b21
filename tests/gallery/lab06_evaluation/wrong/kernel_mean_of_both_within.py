"""The mean of both first sums."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -     return within(real) + within(fake) - 2 * kernel(real, fake).mean()
# +     return (within(real) + within(fake)) / 2 - kernel(real, fake).mean()
