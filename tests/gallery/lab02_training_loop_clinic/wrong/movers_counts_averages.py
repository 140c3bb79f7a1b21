"""All weights, so moving averages count as movement."""

LOSES = {"test-measure-movers"}


# %% measure-movers
def measure_movers(gan, real_images, noise):
    rows = []
    for step in (lambda: gan.discriminator_step(real_images, noise), lambda: gan.generator_step(noise)):
        before = [gan.discriminator.get_weights(), gan.generator.get_weights()]
        step()
        after = [gan.discriminator.get_weights(), gan.generator.get_weights()]
        rows.append(
            [
                any((p != q).any() for p, q in zip(b, a, strict=True))
                for b, a in zip(before, after, strict=True)
            ]
        )
    return np.array(rows)
