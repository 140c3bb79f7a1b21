"""Drawing by lot: numbers as good as random from a hash, equal on every computer and in every NumPy."""

import hashlib

import numpy as np


def draw_lots(name: str, seed: int, count: int, width: int) -> np.ndarray:
    """Return ``width`` numbers for each of ``count`` draws, each from 0 to 2**32 - 1.

    NumPy does not promise that a seed gives the same numbers in its next release. A hash does
    (SHAKE-128, of the name, the seed and the number of the draw). More draws continue fewer.

    Parameters
    ----------
    name
        Separates the draws of one purpose from those of another with the same seed.
    seed, count, width
        Whole numbers; ``count`` and ``width`` not negative.

    Returns
    -------
    numpy.ndarray
        ``uint32``, shape ``(count, width)``.

    Raises
    ------
    ValueError
        If ``count`` or ``seed`` is not a whole number, or ``count`` is negative.
    """
    if count != int(count) or seed != int(seed) or count < 0:
        raise ValueError(f"count and seed must be whole numbers and count not negative, not {count}, {seed}.")
    keys = (f"{name} {int(seed)} {i}".encode() for i in range(int(count)))
    digests = b"".join(hashlib.shake_128(key).digest(4 * width) for key in keys)
    return np.frombuffer(digests, dtype=">u4").reshape(int(count), width).astype("uint32")
