"""Ten classes, whatever was asked."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     many = np.repeat(noise, num_classes, axis=0)
# +     num_classes = 10
# +     many = np.repeat(noise, num_classes, axis=0)
