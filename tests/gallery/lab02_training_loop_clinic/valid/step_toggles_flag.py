"""Freezes the discriminator for the step and sets it free again; zip and apply_gradients."""


# %% mended-generator-step
def mended_generator_step(generator, discriminator, loss_fn, g_optimizer, noise):

    discriminator.trainable = False
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        tape.watch([variable.value for variable in generator.trainable_variables])
        loss = loss_fn(discriminator(generator(noise)))
    pairs = zip(
        tape.gradient(loss, generator.trainable_variables), generator.trainable_variables, strict=True
    )
    g_optimizer.apply_gradients(list(pairs))
    discriminator.trainable = True
    return float(loss)


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
                max(np.abs(a - b).max() for a, b in zip(old, copy(network), strict=True)) > 0
                for old, network in ((d, gan.discriminator), (g, gan.generator))
            ]
        )
    return np.asarray(rows)
