"""Plain data: what a test hands to a student's code and gets back, as bytes that can leave the process.

A test of a lab draws inputs, observes what the student's functions make of them, and judges that. When a
hand-in is graded, only the observing happens where its code runs; inputs and results travel as bytes.
Plain are None, bool, int, float, str, list, tuple, dict, and arrays of numbers. Tensors and variables become
arrays with their kind noted; of anything else only the name of its type is kept (`Other`).

This module imports nothing but NumPy and Python's own modules, and can run as text in any kernel.
"""

import base64
import contextlib
import io
import json
import os
import sys
import warnings
from collections.abc import Iterator

import numpy as np

MIME = "application/x-gan-course-seen"  # as what packed data leaves a kernel
LARGEST = 16_000_000  # bytes of packed data
MOST = 1_000_000  # values in lists and dictionaries: each takes up to a hundred bytes of memory, and time
DEEPEST = 20  # lists in lists
ON_STREAM = (
    "Your code wrote to the error stream, which costs this test's points; print() does not. It wrote: "
)
NUMBERS = "biuf"  # kinds of dtype: truth values, whole numbers, floating point
KNOWN = {np.dtype(code).str: np.dtype(np.dtype(code).str) for code in "?bBhHiIqQefd"}
TENSORS = {"EagerTensor": "tensor", "ResourceVariable": "variable", "Variable": "variable"}
LIBRARIES = ("tensorflow.", "keras.")


class NotPlain(ValueError):
    """Bytes that are no plain data, or too large or too deep; the message says which."""


class Other:
    """Stands for a value that is no plain data; ``name`` is the name of its type."""

    def __init__(self, name: str) -> None:
        self.name = name


class Seen(np.ndarray):
    """An array with its ``kind``: ``"array"``, ``"tensor"``, ``"variable"`` or ``"number"``."""

    kind = "array"

    def __array_finalize__(self, other: object) -> None:
        self.kind = getattr(other, "kind", "array")


def _array(value: object, kind: str) -> dict:
    found = np.asarray(value)
    if found.dtype.kind not in NUMBERS or found.dtype.itemsize > 8:
        return {"other": f"{kind} of {found.dtype}"}
    text = base64.b64encode(np.ascontiguousarray(found).tobytes()).decode()
    return {"array": [found.dtype.newbyteorder("<").str, list(found.shape), text], "kind": kind}


def _packed(value: object, depth: int) -> object:
    kind = type(value)
    if depth > DEEPEST:
        raise NotPlain(f"lists or dictionaries in each other, more than {DEEPEST} deep")
    if value is None or kind in (bool, str, float) or (kind is int and abs(value) < 2**63):
        return value
    if kind is list:
        return [_packed(item, depth + 1) for item in value]
    if kind is tuple:
        return {"tuple": [_packed(item, depth + 1) for item in value]}
    if kind is dict:
        return {"dict": [[_packed(part, depth + 1) for part in pair] for pair in value.items()]}
    if kind in (np.ndarray, Seen):
        return _array(value if value.dtype.isnative else value.astype(value.dtype.newbyteorder("=")), "array")
    if issubclass(kind, np.generic):
        return _array(value, "number")
    if kind.__name__ in TENSORS and kind.__module__.startswith(LIBRARIES):
        return _array(value, TENSORS[kind.__name__])
    return {"other": kind.__name__}


def pack(value: object) -> bytes:
    """Return a value as bytes; what is not plain is packed as the name of its type.

    Raises
    ------
    NotPlain
        If it is deeper than ``DEEPEST``, larger than ``LARGEST``, or has more than ``MOST`` values.
    """
    return _limited(json.dumps(_packed(value, 0)).encode())


def _limited(packed: bytes) -> bytes:
    if len(packed) > LARGEST:
        raise NotPlain(f"{len(packed) / 1e6:.0f} MB of data; at most {LARGEST / 1e6:.0f} MB are taken")
    if packed.count(b",") + packed.count(b"[") > MOST:
        raise NotPlain(f"more than {MOST:,} values in lists and dictionaries; an array may have more")
    return packed


def _unpacked(value: object, depth: int, seen: bool) -> object:
    if depth > 2 * DEEPEST + 4:
        raise NotPlain("nested too deeply")
    if isinstance(value, list):
        return [_unpacked(item, depth + 1, seen) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"tuple"} and isinstance(value["tuple"], list):
        return tuple(_unpacked(value["tuple"], depth + 1, seen))
    if value.keys() == {"other"} and isinstance(value["other"], str):
        return Other(value["other"][:80])
    if value.keys() == {"dict"}:
        return {_unpacked(k, depth + 1, seen): _unpacked(v, depth + 1, seen) for k, v in value["dict"]}
    if value.keys() == {"array", "kind"}:
        dtype, shape, text = value["array"]
        found = KNOWN[dtype]
        array = np.frombuffer(base64.b64decode(text, validate=True), found).reshape(shape).copy()
        if not seen:
            return array[()] if value["kind"] == "number" else array
        array = array.view(Seen)
        array.kind = value["kind"] if value["kind"] in ("tensor", "variable", "number") else "array"
        return array
    raise NotPlain("a dictionary that this course does not send")


def unpack(packed: bytes, seen: bool = True) -> object:
    """Return the value again: arrays as `Seen`, or as NumPy has them; what was not plain as `Other`.

    Raises
    ------
    NotPlain
        If these are not the bytes of plain data.
    """
    try:
        return _unpacked(json.loads(_limited(packed)), 0, seen)
    except NotPlain:
        raise
    except (ValueError, TypeError, KeyError, RecursionError, OverflowError, MemoryError) as error:
        raise NotPlain(f"no plain data ({type(error).__name__})") from None


@contextlib.contextmanager
def as_if_new() -> Iterator[None]:
    """Give a test the settings of a new kernel, whatever cells have set; put theirs back afterwards."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        stack.enter_context(np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"))
        if "keras" in sys.modules:
            from keras import config

            for name, value in (
                ("floatx", "float32"),
                ("dtype_policy", "float32"),
                ("image_data_format", "channels_last"),
            ):
                now, put = getattr(config, name)(), getattr(config, f"set_{name}")
                put(value)
                stack.callback(put, now)
        if "tensorflow" in sys.modules:
            import tensorflow as tf

            stack.callback(tf.config.run_functions_eagerly, tf.config.functions_run_eagerly())
            tf.config.run_functions_eagerly(False)
        yield


@contextlib.contextmanager
def error_stream() -> Iterator[io.StringIO]:
    """Keep what Python code writes to the error stream; TensorFlow's own lines there are dropped."""
    kept, null = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    try:
        with contextlib.redirect_stderr(io.StringIO()) as written:
            yield written
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(null)
