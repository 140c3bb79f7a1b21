"""Repeated both, so that each noise vector meets one class."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     labels = np.tile(np.arange(num_classes, dtype="int32"), len(noise))
# +     labels = np.repeat(np.arange(num_classes, dtype="int32"), len(noise))
