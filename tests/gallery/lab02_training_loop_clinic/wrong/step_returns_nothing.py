"""The return is missing."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
def mended_generator_step(generator, discriminator, loss_fn, g_optimizer, noise):

    with tf.GradientTape() as tape:
        loss = loss_fn(discriminator(generator(noise, training=True), training=True))
    variables = generator.trainable_variables
    g_optimizer.apply(tape.gradient(loss, variables), variables)
    return None
