"""Took every image for one of 28 x 28 pixels."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     return images.reshape(len(noise), num_classes, *images.shape[1:])
# +     return images.reshape(len(noise), num_classes, 28, 28, 1)
