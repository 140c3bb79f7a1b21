"""Looks at the first kernel of each network."""

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
                (old[0] != copy(network)[0]).any()
                for old, network in ((d, gan.discriminator), (g, gan.generator))
            ]
        )
    return np.array(rows)
