"""Left i = j out between the samples."""

LOSES = {"test-kernel-distance"}


# %% kernel-distance
# -     return within(real) + within(fake) - 2 * kernel(real, fake).mean()
# +     between = kernel(real, fake)
# +     n, m = between.shape
# +     between = (between.sum() - np.trace(between)) / (n * m - min(n, m))
# +     return within(real) + within(fake) - 2 * between
