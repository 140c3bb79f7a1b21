"""Draws its own noise."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
def mended_generator_step(generator, discriminator, loss_fn, g_optimizer, noise):

    with tf.GradientTape() as tape:
        loss = loss_fn(discriminator(generator(tf.random.normal(tf.shape(noise)))))
    variables = generator.trainable_variables
    g_optimizer.apply(tape.gradient(loss, variables), variables)
    return loss
