"""The clinic has broken programs, so the table is known."""

LOSES = {"test-measure-movers"}


# %% measure-movers
def measure_movers(gan, real_images, noise):
    gan.discriminator_step(real_images, noise)
    gan.generator_step(noise)
    return np.array([[True, False], [True, True]])
