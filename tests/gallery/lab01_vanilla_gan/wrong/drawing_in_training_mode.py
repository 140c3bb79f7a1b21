"""training=True, as in the step."""

LOSES = {"test-generate"}


# %% generate
def generate_images(generator, noise):
    """Let a generator draw in inference mode.

    generator: Keras model (n, latent_dim) -> (n, 28, 28, 1). It may contain batch normalisation.
    noise: float32 array or tensor, shape (n, latent_dim).

    Returns its images, array or tensor, shape (n, 28, 28, 1). Each depends only on its own noise vector.
    The generator's weights and stored means stay as they are.
    """
    return generator(noise, training=True)
