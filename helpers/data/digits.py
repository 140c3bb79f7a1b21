"""Real handwritten digits, with no network.

The course ships 5,000 MNIST digits (LeCun, Cortes and Burges; CC BY-SA 3.0), 500 of each class,
none of them from MNIST's test set. One split, drawn by lot within each class (the lot is a hash of
the pixels, so it is the same for everybody): 4,000 to train, 1,000 to test. No network of the
course, GAN or classifier, is ever trained on the test part.
"""

import contextlib
import hashlib
import os
import socket
from pathlib import Path

from helpers import assets
from helpers.data.lots import draw_lots
from helpers.images import to_float

import keras
import numpy as np

DIGITS_FILE = "mnist_5000.npz"
TRAIN_PER_CLASS = 400
PARTS = ("train", "test")
NO_NETWORK = (
    "The full data could not be downloaded: {reason}. It needs the network once, afterwards it is "
    "kept on your disk. To go on without it, use load_digits(): 4,000 digits come with the course."
)


def _lots(pixels: np.ndarray) -> np.ndarray:
    """Return two numbers drawn for each image, as good as random, equal on every computer and NumPy."""
    digests = b"".join(hashlib.sha256(image.tobytes()).digest()[:16] for image in pixels)
    return np.frombuffer(digests, dtype=">u8").reshape(-1, 2)


def load_digits(part: str = "train", folder: Path = assets.FOLDER) -> tuple[np.ndarray, np.ndarray]:
    """Return the digits that come with the course.

    Parameters
    ----------
    part
        ``"train"`` (4,000 digits, 400 of each class) or ``"test"`` (1,000, 100 of each).
    folder
        Where the shipped files are.

    Returns
    -------
    images, labels
        ``float32`` of shape ``(n, 28, 28, 1)`` in [-1, 1], ink at 1 and paper at -1; and ``int32``
        of shape ``(n,)``, 0 to 9. The order is shuffled, and always the same.

    Raises
    ------
    ValueError
        If ``part`` is neither word.
    helpers.assets.AssetError
        If the shipped file is missing or altered.
    """
    if part not in PARTS:
        raise ValueError(f"part is {part!r}, but the parts are 'train' and 'test'.")
    with np.load(assets.asset(DIGITS_FILE, folder)) as shipped:
        pixels, labels = shipped["images"], shipped["labels"]
    lots = _lots(pixels)
    train = np.zeros(len(labels), dtype=bool)
    for digit in range(10):
        of_class = np.flatnonzero(labels == digit)
        train[of_class[np.argsort(lots[of_class, 0])[:TRAIN_PER_CLASS]]] = True
    chosen = np.flatnonzero(train if part == "train" else ~train)
    chosen = chosen[np.argsort(lots[chosen, 1])]
    return to_float(pixels[chosen])[..., None], labels[chosen].astype("int32")


def stack_digits(
    images: np.ndarray, labels: np.ndarray, count: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Put three digits drawn by lot into the three colours of one picture.

    Parameters
    ----------
    images, labels
        Digits of one part, as from `load_digits`: no picture then mixes the parts.
    count, seed
        How many pictures, and which; the same on every computer. More pictures continue fewer.

    Returns
    -------
    pictures, numbers
        ``float32`` of shape ``(count, 28, 28, 3)`` in [-1, 1]; and ``int32`` of shape ``(count,)``, 0 to
        999: red has the hundreds, green the tens, blue the units. Each number is a mode.

    Raises
    ------
    ValueError
        As `helpers.data.lots.draw_lots`.

    References
    ----------
    L. Metz et al., "Unrolled generative adversarial networks", ICLR 2017 (the idea: stacked MNIST).
    """
    chosen = draw_lots("stacked digits", seed, count, 3) % len(images)
    return np.moveaxis(images[chosen, ..., 0], 1, -1), labels[chosen] @ np.int32([100, 10, 1])


def load_full_digits(timeout: float = 5.0) -> tuple[np.ndarray, np.ndarray]:
    """Return MNIST's 60,000 training digits; Keras downloads them once and checks their hash.

    Parameters
    ----------
    timeout
        Seconds to wait for an answer from the network before giving up.

    Returns
    -------
    images, labels
        As from `load_digits`, with n = 60,000.

    Raises
    ------
    ConnectionError
        If the data is not on this disk yet and cannot be downloaded.
    """
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(timeout)
    try:
        # Keras prints a progress bar made for terminals; in a notebook it leaves stale text.
        with open(os.devnull, "w") as null, contextlib.redirect_stdout(null):
            (images, labels), _ = keras.datasets.mnist.load_data()
    except Exception as error:  # Keras wraps network errors in a plain Exception
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ConnectionError(NO_NETWORK.format(reason=reason)) from error
    finally:
        socket.setdefaulttimeout(before)
    return to_float(images)[..., None], labels.astype("int32")
