"""Drew in training mode."""

LOSES = {"test-draw-samples"}


# %% draw-samples
def draw_samples(gan, noise):
    return gan.average(noise, training=True)
