"""A compiled step; the table is filled cell by cell."""


# %% mended-generator-step
def mended_generator_step(generator, discriminator, loss_fn, g_optimizer, noise):

    g_optimizer.build(generator.trainable_variables)

    @tf.function(jit_compile=False)
    def step():
        with tf.GradientTape() as tape:
            loss = loss_fn(
                discriminator(generator(tf.convert_to_tensor(noise), training=True), training=True)
            )
        grads = tape.gradient(loss, generator.trainable_variables)
        g_optimizer.apply(grads, generator.trainable_variables)
        return loss

    return step().numpy()


# %% measure-movers
def measure_movers(gan, real_images, noise):
    result = np.zeros((2, 2), dtype=bool)

    def look():
        return [
            np.concatenate([v.numpy().ravel() for v in gan.discriminator.trainable_variables]),
            np.concatenate([v.numpy().ravel() for v in gan.generator.trainable_variables]),
        ]

    one = look()
    gan.discriminator_step(real_images, noise)
    two = look()
    gan.generator_step(noise)
    three = look()
    for column in range(2):
        result[0, column] = not np.array_equal(one[column], two[column])
        result[1, column] = not np.array_equal(two[column], three[column])
    return result
