"""Counted the noise vectors after they were repeated."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     many = np.repeat(noise, num_classes, axis=0)
# +     noise = many = np.repeat(noise, num_classes, axis=0)
