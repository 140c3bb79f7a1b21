"""Drew in training mode."""

LOSES = {"test-draw-orders"}


# %% draw-orders
# -     images = np.asarray(generator([many, labels], training=False))
# +     images = np.asarray(generator([many, labels], training=True))
