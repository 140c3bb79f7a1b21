"""The discriminator is frozen for the step and stays so."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
def mended_generator_step(generator, discriminator, loss_fn, g_optimizer, noise):

    discriminator.trainable = False
    with tf.GradientTape() as tape:
        loss = loss_fn(discriminator(generator(noise, training=True), training=True))
    variables = generator.trainable_variables
    g_optimizer.apply(tape.gradient(loss, variables), variables)
    return loss
