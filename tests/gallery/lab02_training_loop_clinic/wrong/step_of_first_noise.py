"""Keeps the first noise it met, as if each step had the same."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
def mended_generator_step(generator, discriminator, loss_fn, g_optimizer, noise):
    generator.first = getattr(generator, "first", noise)
    with tf.GradientTape() as tape:
        g_loss = loss_fn(discriminator(generator(generator.first, training=True), training=True))
    variables = generator.trainable_variables
    g_optimizer.apply(tape.gradient(g_loss, variables), variables)
    return g_loss
