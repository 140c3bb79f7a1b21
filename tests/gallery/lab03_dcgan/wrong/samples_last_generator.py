"""Drew with the generator of the last step."""

LOSES = {"test-draw-samples"}


# %% draw-samples
def draw_samples(gan, noise):
    return gan.generator(noise, training=False)
