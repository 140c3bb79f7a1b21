"""The course's one switch, full or reduced; seeds; and a report of what runs here.

The profile is read from the environment variable ``COURSE_PROFILE``.
"""

import os
import platform

import keras
import tensorflow as tf

NAMES = ("full", "reduced")
SMALLEST_RUN = 20


def name() -> str:
    """Return the profile in use, ``"full"`` or ``"reduced"``.

    Raises
    ------
    ValueError
        If ``COURSE_PROFILE`` holds any other word.
    """
    value = os.environ.get("COURSE_PROFILE", "full")
    if value not in NAMES:
        raise ValueError(
            f"COURSE_PROFILE is {value!r}, but the profiles are 'full' and 'reduced'. "
            "Unset the variable to get the full profile."
        )
    return value


def steps(full: int) -> int:
    """Return how many generator updates to run.

    Parameters
    ----------
    full
        Generator updates in the full profile, at least 1.

    Returns
    -------
    int
        ``full``, or in the reduced profile a hundredth of it but never under 20
        (and never more than ``full``).
    """
    if full < 1:
        raise ValueError(f"steps() needs at least one generator update, not {full}.")
    if name() == "full":
        return full
    return min(full, max(SMALLEST_RUN, full // 100))


def size(full: int) -> int:
    """Return how many examples to use: ``full``, or a quarter of it (at least 200) when reduced."""
    if full < 1:
        raise ValueError(f"size() needs at least one example, not {full}.")
    return full if name() == "full" else min(full, max(200, full // 4))


def set_seed(seed: int) -> None:
    """Seed Python, NumPy and TensorFlow, and ask TensorFlow for repeatable operations.

    Two runs on one machine with one seed then give equal weights. Another processor may round
    differently, and a GAN amplifies such differences.
    """
    keras.utils.set_random_seed(seed)
    tf.config.experimental.enable_op_determinism()


def report() -> None:
    """Print the versions, the devices and the profile this notebook runs with."""
    gpus = tf.config.list_physical_devices("GPU")
    device = ", ".join(gpu.name for gpu in gpus) if gpus else "none, the CPU does the work"
    print(f"Python {platform.python_version()}, TensorFlow {tf.__version__}, Keras {keras.__version__}")
    print(f"Processor cores: {os.cpu_count()}   GPU: {device}")
    print(f"Profile: {name()}")
