"""NumPy chooses the type."""

LOSES = {"test-prepare"}


# %% prepare
def prepare_images(pixels):
    """Turn raw pixels into images for the networks.

    pixels: NumPy array, uint8, shape (n, 28, 28), from 0 to 255.

    Returns an array or tensor, float32, shape (n, 28, 28, 1): 0 becomes -1, 255 becomes 1, and evenly
    in between. A pixel's result does not depend on the other pixels.
    """
    return (pixels / 127.5 - 1)[..., None]
