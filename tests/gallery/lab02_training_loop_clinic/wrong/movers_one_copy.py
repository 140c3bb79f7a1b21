"""One copy of the weights, before both steps."""

LOSES = {"test-measure-movers"}


# %% measure-movers
def measure_movers(gan, real_images, noise):
    networks = gan.discriminator, gan.generator
    before = [[v.numpy() for v in network.trainable_variables] for network in networks]
    table = np.zeros((2, 2), bool)
    for row, step in enumerate(
        (lambda: gan.discriminator_step(real_images, noise), lambda: gan.generator_step(noise))
    ):
        step()
        for column, network in enumerate(networks):
            pairs = zip(before[column], network.trainable_variables, strict=True)
            table[row, column] = any((old != new.numpy()).any() for old, new in pairs)
    return table
