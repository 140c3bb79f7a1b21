"""The quiet start of TensorFlow and Keras, whatever the environment or ``keras.json`` says."""

import contextlib
import gc
import os
import sys
import warnings
from collections.abc import Iterator


@contextlib.contextmanager
def quiet_stderr() -> Iterator[None]:
    """Send file descriptor 2 to the null device inside the ``with`` block.

    TensorFlow's C++ code writes to the descriptor itself, so redirecting ``sys.stderr`` has no
    effect on it. The descriptor is restored even when the block raises.
    """
    try:
        saved = os.dup(2)
    except OSError:  # started without a standard error stream: nothing to silence
        yield
        return
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(null)


@contextlib.contextmanager
def course_settings() -> Iterator[None]:
    """Make layers inside the ``with`` block as the course needs them, whatever Keras is set to outside."""
    import keras

    kept = keras.config
    before = kept.floatx(), kept.image_data_format(), kept.dtype_policy()
    kept.set_floatx("float32")
    kept.set_image_data_format("channels_last")
    kept.set_dtype_policy("float32")
    try:
        yield
    finally:
        kept.set_floatx(before[0])
        kept.set_image_data_format(before[1])
        kept.set_dtype_policy(before[2])


def _set_aside_unknown_backend() -> None:
    """Forget an ``MPLBACKEND`` that matplotlib does not know: Keras imports it, and would end there."""
    wanted = os.environ.get("MPLBACKEND")
    if not wanted or "matplotlib" in sys.modules:
        return
    del os.environ["MPLBACKEND"]
    import matplotlib as mpl

    with contextlib.suppress(ValueError):
        mpl.rcParams["backend"] = wanted
        os.environ["MPLBACKEND"] = wanted


@contextlib.contextmanager
def _no_collections() -> Iterator[None]:
    """Look for no rubbish meanwhile, nor later among what was made: modules, half a million objects.

    It makes the import a fifth shorter, and each later ``keras.utils.clear_session()`` half a second.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def start() -> None:
    """Import both libraries without their start-up lines; set what the course rests on.

    Raises
    ------
    ImportError
        If Keras already runs on another backend in this process, or was imported before and failed.
    """
    early = "keras" in sys.modules
    if not early and any(name.startswith("keras.") for name in sys.modules):  # left behind by a failed import
        raise ImportError(
            "Keras was imported before helpers, and failed. Restart the kernel, and import helpers before "
            "keras: the course then chooses the backend."
        )
    _set_aside_unknown_backend()
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if not early:  # KERAS_BACKEND and keras.json may name another one, for another project
        os.environ["KERAS_BACKEND"] = "tensorflow"
    with quiet_stderr(), _no_collections():
        import keras
        import tensorflow as tf

        tf.config.list_physical_devices()
    if keras.backend.backend() != "tensorflow":
        raise ImportError(
            f"Keras already runs on {keras.backend.backend()!r} here, and the course needs TensorFlow. "
            "Restart the kernel, and import helpers before keras."
        )
    keras.config.set_floatx("float32")
    keras.config.set_image_data_format("channels_last")
    if keras.config.dtype_policy().name != "float32":
        if early:
            print(
                f"Keras's number type was {keras.config.dtype_policy().name}; the course sets it to float32. "
                "Set it after importing helpers if you want another."
            )
        keras.config.set_dtype_policy("float32")
    # TensorFlow's Python side warns of retracing on the error stream, which would cost a lab's right answer
    # its points.
    tf.get_logger().setLevel("ERROR")
    # fit() warns that it will not shuffle a dataset, which is what every page of the course wants.
    warnings.filterwarnings("ignore", message="`shuffle=True` was passed", category=UserWarning)
