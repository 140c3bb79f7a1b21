"""Real handwritten digits, with no network, and batches of them.

The course ships 5,000 MNIST digits (LeCun, Cortes and Burges; CC BY-SA 3.0), 500 of each class,
none of them from MNIST's test set. One split, the same for everybody: 4,000 to train, 1,000 to
test. No network of the course, GAN or classifier, is ever trained on the test part.
"""

import contextlib
import os
import socket
from pathlib import Path

from helpers import assets
from helpers.profile import keras, tf

import numpy as np

DIGITS_FILE = "mnist_5000.npz"
TRAIN_PER_CLASS = 400
PARTS = ("train", "test")
NO_NETWORK = (
    "The full data could not be downloaded: {reason}. It needs the network once, afterwards it is "
    "kept on your disk. To go on without it, use load_digits(): 4,000 digits come with the course."
)


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
        raise TypeError(f"to_float() expects uint8 pixels from 0 to 255, not {images.dtype}.")
    return images.astype("float32") / 127.5 - 1.0


def to_uint8(images: np.ndarray) -> np.ndarray:
    """Map pixels from [-1, 1] to 0..255, rounding to the nearest; the inverse of `to_float`.

    Raises
    ------
    ValueError
        If a pixel is not a finite number in [-1, 1].
    """
    images = np.asarray(images)
    if not (np.isfinite(images).all() and np.abs(images).max(initial=0.0) <= 1.0 + 1e-5):
        raise ValueError("to_uint8() expects finite pixels in [-1, 1]; does the generator end in tanh?")
    return np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype(np.uint8)


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
    rank = np.zeros(len(labels), dtype=int)  # the how-manieth of its class each digit is
    for digit in range(10):
        rank[labels == digit] = np.arange(np.count_nonzero(labels == digit))
    chosen = np.flatnonzero(rank < TRAIN_PER_CLASS if part == "train" else rank >= TRAIN_PER_CLASS)
    chosen = np.random.default_rng(0).permutation(chosen)
    return to_float(pixels[chosen])[..., None], labels[chosen].astype("int32")


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


def batches(*arrays: np.ndarray, batch_size: int, seed: int, skip: int = 0) -> tf.data.Dataset:
    """Return an endless stream of shuffled batches, always full, the same for the same seed.

    Parameters
    ----------
    *arrays
        One array, or several with equal first dimension (images and labels, say).
    batch_size
        Examples in a batch; at most the number of examples.
    seed
        Fixes the order. Every pass over the data has another order.
    skip
        Batches to leave out at the start. A run resumed at step k skips k batches and then sees
        what the uninterrupted run would have seen.

    Returns
    -------
    tf.data.Dataset
        Of batches ``(batch_size, ...)``; of tuples when several arrays were given.

    Raises
    ------
    ValueError
        If the arrays differ in length, or are shorter than a batch.
    """
    lengths = {len(array) for array in arrays}
    if len(lengths) != 1:
        raise ValueError(f"batches() needs arrays of one length, not {sorted(lengths)}.")
    count = lengths.pop()
    if not 1 <= batch_size <= count:
        raise ValueError(f"batch_size is {batch_size}, but must be from 1 to {count}, the examples given.")
    tensors = tuple(tf.constant(array) for array in arrays)

    def take(index: tf.Tensor) -> tuple[tf.Tensor, ...] | tf.Tensor:
        chosen = tuple(tf.gather(tensor, index) for tensor in tensors)
        return chosen if len(chosen) > 1 else chosen[0]

    def one_pass(number: tf.Tensor) -> tf.data.Dataset:
        # Stateless: the order depends on these two numbers only, not on TensorFlow's global seed.
        order = tf.random.experimental.stateless_shuffle(tf.range(count), seed=[seed, number])
        return tf.data.Dataset.from_tensor_slices(order)

    passes, rest = divmod(skip * batch_size, count)
    order = tf.data.Dataset.range(passes, tf.int64.max).flat_map(one_pass).skip(rest)
    return order.batch(batch_size, drop_remainder=True).map(take).prefetch(2)
