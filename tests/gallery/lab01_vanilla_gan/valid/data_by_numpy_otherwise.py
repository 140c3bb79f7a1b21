"""reshape, interp and a random generator of NumPy."""


# %% prepare
def prepare_images(pixels):
    """Turn raw pixels into images for the networks.

    pixels: NumPy array, uint8, shape (n, 28, 28), from 0 to 255.

    Returns an array or tensor, float32, shape (n, 28, 28, 1): 0 becomes -1, 255 becomes 1, and evenly
    in between. A pixel's result does not depend on the other pixels.
    """
    return np.interp(pixels, [0, 255], [-1, 1]).astype(np.float32).reshape(-1, 28, 28, 1)


# %% to-pixels
def to_pixels(images):
    """Turn images of the networks into pixels.

    images: NumPy array, float32, shape (n, 28, 28, 1), normally in [-1, 1].

    Returns an array or tensor, uint8, the same shape: -1 becomes 0, 1 becomes 255, and evenly in between,
    rounded to the nearest whole number. Values under -1 become 0, values over 1 become 255.
    """
    result = np.floor((images.astype(np.float64) + 1) / 2 * 255 + 0.5)
    result[result < 0] = 0
    result[result > 255] = 255
    return result.astype(np.uint8)


# %% noise
def draw_noise(count, latent_dim, seed):
    """Draw noise vectors, uniform on [-1, 1].

    count, latent_dim: whole numbers, how many vectors and how many numbers in each.
    seed: whole number. The same seed gives the same noise in every call, another seed gives other noise.

    Returns an array or tensor, float32, shape (count, latent_dim), all its numbers drawn independently.
    """
    return np.random.default_rng(seed).uniform(-1, 1, size=(count, latent_dim)).astype("float32")
