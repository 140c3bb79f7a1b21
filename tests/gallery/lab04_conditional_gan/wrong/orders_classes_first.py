"""Classes first, then noise vectors."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     return images.reshape(len(noise), num_classes, *images.shape[1:])
# +     return images.reshape(len(noise), num_classes, *images.shape[1:]).swapaxes(0, 1)
