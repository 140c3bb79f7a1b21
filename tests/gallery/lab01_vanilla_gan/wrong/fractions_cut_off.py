"""astype makes whole numbers."""

LOSES = {"test-to-pixels"}


# %% to-pixels
def to_pixels(images):
    """Turn images of the networks into pixels.

    images: NumPy array, float32, shape (n, 28, 28, 1), normally in [-1, 1].

    Returns an array or tensor, uint8, the same shape: -1 becomes 0, 1 becomes 255, and evenly in between,
    rounded to the nearest whole number. Values under -1 become 0, values over 1 become 255.
    """
    return np.clip((images + 1) * 127.5, 0, 255).astype("uint8")
