"""Columns in the order generator, discriminator."""

LOSES = {"test-measure-movers"}


# %% measure-movers
def measure_movers(gan, real_images, noise):
    def copy(network):
        return [np.array(variable) for variable in network.trainable_variables]

    rows = []
    for step in (lambda: gan.discriminator_step(real_images, noise), lambda: gan.generator_step(noise)):
        d, g = copy(gan.discriminator), copy(gan.generator)
        step()
        rows.append(
            [
                any((a != b).any() for a, b in zip(old, copy(network), strict=True))
                for old, network in ((g, gan.generator), (d, gan.discriminator))
            ]
        )
    return np.array(rows)
