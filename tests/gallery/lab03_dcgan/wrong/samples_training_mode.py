"""Drew in training mode."""

LOSES = {"test-draw-samples"}


# %% draw-samples
# -     return gan.average(noise, training=False)
# +     return gan.average(noise, training=True)
