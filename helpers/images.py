"""Images in the course's format, and pixels from 0 to 255: the checks and the ways between them.

An image has floating-point pixels in [-1, 1]; a set of them has the shape (n, height, width, channels).
"""

import numpy as np


def check_images(images: np.ndarray, least: int = 1) -> np.ndarray:
    """Return ``images`` as an array if they are images in the course's format.

    Parameters
    ----------
    images
        Floating point, shape ``(n, height, width, channels)`` with 1 or 3 channels, in [-1, 1].
    least
        The smallest n that is enough.

    Raises
    ------
    TypeError
        If the pixels are not floating-point numbers.
    ValueError
        If shape, number or range is wrong. The message says how to mend it.
    """
    images = np.asarray(images)
    if images.ndim != 4 or images.shape[-1] not in (1, 3):
        raise ValueError(
            f"Images must have the shape (n, height, width, channels) with 1 or 3 channels, not "
            f"{images.shape}. A missing channel axis is added by images[..., None]."
        )
    if images.dtype.name == "bfloat16":  # of mixed precision; NumPy does not know it
        images = images.astype("float32")
    if not np.issubdtype(images.dtype, np.floating):
        raise TypeError(
            f"Pixels must be floating-point numbers in [-1, 1], not {images.dtype}. "
            "helpers.images.to_float() converts pixels from 0..255."
        )
    if len(images) < least:
        raise ValueError(f"{len(images)} images are too few: at least {least} are needed.")
    if not np.isfinite(images).all():
        raise ValueError("Some pixels are not finite (nan or inf): training has diverged.")
    low, high = float(images.min(initial=0)), float(images.max(initial=0))
    if low < -1 - 1e-4 or high > 1 + 1e-4:
        raise ValueError(
            f"Pixels must be in [-1, 1], but these run from {low:.3g} to {high:.3g}. "
            "A generator for this range ends in tanh; helpers.images.to_float() converts 0..255."
        )
    return images


def to_float(images: np.ndarray) -> np.ndarray:
    """Map pixels from 0..255 to [-1, 1].

    Parameters
    ----------
    images
        ``uint8``, shape ``(n, 28, 28)`` or any other shape.

    Returns
    -------
    numpy.ndarray
        ``float32``, the same shape, in [-1, 1].

    Raises
    ------
    TypeError
        If the pixels are not ``uint8`` (they may have been converted already).
    """
    if images.dtype != np.uint8:
        raise TypeError(
            f"to_float() expects uint8 pixels from 0 to 255, not {images.dtype}. Floating-point pixels in "
            "[-1, 1] need no conversion."
        )
    return images.astype("float32") / 127.5 - 1.0


def to_uint8(images: np.ndarray) -> np.ndarray:
    """Map pixels from [-1, 1] to 0..255, rounding to the nearest; the inverse of `to_float`.

    Raises
    ------
    ValueError
        If a pixel is not a finite number in [-1, 1].
    """
    images = np.asarray(images).astype("float32")
    if not (np.isfinite(images).all() and np.abs(images).max(initial=0.0) <= 1.0 + 1e-5):
        raise ValueError("to_uint8() expects finite pixels in [-1, 1]; does the generator end in tanh?")
    return np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype(np.uint8)


def shrink(images: np.ndarray, size: int) -> np.ndarray:
    """Make square images smaller by area: each new pixel is the mean of a square of old ones.

    Parameters
    ----------
    images
        Floating point, shape ``(n, side, side, channels)``.
    size
        The new side; it must divide the old one.

    Raises
    ------
    ValueError
        If the images are not square or ``size`` does not divide their side.
    """
    _, height, width, _ = images.shape
    if height != width or size < 1 or height % size:
        raise ValueError(
            f"Images of {height} by {width} pixels cannot be shrunk by area to {size} by {size}."
        )
    step = height // size
    return sum(images[:, i::step, j::step] for i in range(step) for j in range(step)) / step**2
