"""Tiled both, so that noise vectors and classes run side by side."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     many = np.repeat(noise, num_classes, axis=0)
# +     many = np.tile(noise, (num_classes, 1))
