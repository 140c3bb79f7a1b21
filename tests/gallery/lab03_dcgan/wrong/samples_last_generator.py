"""Drew with the generator of the last step."""

LOSES = {"test-draw-samples"}


# %% draw-samples
# -     return gan.average(noise, training=False)
# +     return gan.generator(noise, training=False)
