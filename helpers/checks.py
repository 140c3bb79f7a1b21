"""Checks of the labs: is this the right value, and if not, which mistake gives it?

A test of a lab is three functions and one line. ``draw(rng)`` makes inputs, ``observe(given)`` hands them to
the student's code and returns what came of it, ``judge(given, seen)`` compares that with what is right:
``checks.run(draw, observe, judge)``. Inputs and results are plain data (`helpers.plain`), so when a lab is
graded only ``observe`` runs beside the student's code, and the judge stands outside.

A right value is reported as exact or close. A wrong one raises an AssertionError that names the
likely mistake: a check hands over the values that common mistakes give, with a hint for each.
"""

import builtins
import importlib
import types
from collections.abc import Callable, Mapping

from helpers import plain, traced

import keras
import numpy as np
from tensorflow.python.framework.ops import EagerTensor
from tensorflow.python.ops.resource_variable_ops import ResourceVariable

# Exact types: an object that merely behaves like a number could claim to be equal to everything.
# By their names, since making a tensor to ask its type would start TensorFlow's devices and threads.
NUMBERS = {float, int, np.ndarray, plain.Seen, EagerTensor, ResourceVariable, keras.Variable}
MODULES = ("checks", "data", "images", "metrics", "plotting", "profile", "training")
NUMBERS |= set(np.sctypeDict.values()) - {np.object_, np.str_, np.bytes_, np.void}


def to_numpy(value: object, name: str) -> np.ndarray:
    """Return a number, an array or a tensor as ``float64``, its shape unchanged.

    Raises
    ------
    AssertionError
        If ``value`` is anything else; ``name`` says which value it is.
    """
    kind = value.name if type(value) is plain.Other else type(value).__name__
    assert type(value) in NUMBERS, (
        f"{name} should be a number, an array or a tensor, not {kind}. Is a return missing?"
    )
    return np.asarray(value).astype("float64")


def compare(
    name: str,
    yours: object,
    expected: object,
    mistakes: Mapping[str, object] | None = None,
    tolerance: float = 1e-4,
) -> None:
    """Print whether ``yours`` is exact or close; raise with a hint if it is neither.

    Parameters
    ----------
    name
        What is compared, for the message.
    yours, expected
        Numbers, arrays or tensors of one shape. A single number may have any shape of size 1.
    mistakes
        ``{hint: the value that this mistake gives}``.
    tolerance
        Largest difference allowed, as a part of the largest expected value (at least of 1).

    Raises
    ------
    AssertionError
        If the type or the shape is wrong, or the values differ by more, or are not finite.
    """
    yours, expected = to_numpy(yours, name), np.asarray(expected, dtype="float64")
    if expected.size == yours.size == 1:
        yours = yours.reshape(expected.shape)
    allowed = tolerance * max(1.0, np.abs(expected).max(initial=0.0))

    def difference(other: object) -> float:
        other = np.asarray(other, dtype="float64")
        return np.abs(yours - other).max(initial=0.0) if yours.shape == other.shape else np.inf

    found = difference(expected)
    if not found <= allowed:
        unknown = "No known mistake alone gives this; there may be two. Try the example by hand, in parts."
        unknown = unknown if np.isfinite(yours).all() else "Some of it is not finite: look for 0 / 0."
        known = [text for text, wrong in (mistakes or {}).items() if difference(wrong) <= allowed]
        hint = (known or [unknown if mistakes and yours.shape == expected.shape else ""])[0]
        assert yours.shape == expected.shape, (
            f"{name}: your shape is {yours.shape}, the right one {expected.shape}. {hint}"
        )
        raise AssertionError(f"{name}: not right, the largest difference is {found:.3g}. {hint}")
    print(f"{name}: " + ("exact" if found == 0 else f"close, the largest difference is {found:.1e}"))


def run(draw: Callable, observe: Callable, judge: Callable, times: int = 1) -> None:
    """Try a student's code on inputs and judge what came of it.

    Parameters
    ----------
    draw
        ``draw(rng)`` returns inputs, plain data; ``rng`` is a `numpy.random.Generator`.
    observe
        ``observe(given)`` calls the student's code with a copy of the inputs and returns plain data.
    judge
        ``judge(given, seen)`` raises an AssertionError, with a hint, if what was seen is not right.
    times
        How often new inputs are drawn.

    Raises
    ------
    AssertionError
        What the judge said; or that something was written to the error stream, which costs points.
    Exception
        What the student's code raised.
    """
    draw, observe, judge = map(_with_the_courses_names, (draw, observe, judge))
    for _ in range(times):
        given = plain.pack(draw(np.random.default_rng()))
        with plain.as_if_new():
            with plain.error_stream() as written:
                seen = plain.pack(observe(plain.unpack(given, seen=False)))
            complaint = written.getvalue().strip()
            assert not complaint, f"{plain.ON_STREAM}{complaint.splitlines()[0][:200]}"
            judge(plain.unpack(given, seen=False), plain.unpack(seen))


def _with_the_courses_names(function: Callable) -> Callable:
    """Return a test's function that finds the course's modules and Python's own functions by their names.

    A cell may have called something else ``data`` or ``max``. Other functions of the same cell come along.
    """
    own, file = function.__globals__, function.__code__.co_filename
    names = {
        name: value for name, value in own.items() if name.startswith("_") or not hasattr(builtins, name)
    }
    names |= {"np": np, "keras": keras, "tf": importlib.import_module("tensorflow")}
    names |= {name: importlib.import_module(f"helpers.{name}") for name in MODULES}
    for name, value in own.items():
        if isinstance(value, types.FunctionType) and value.__code__.co_filename == file:
            names[name] = _moved(value, names)
    return _moved(function, names)


def _moved(function: types.FunctionType, names: dict) -> types.FunctionType:
    moved = types.FunctionType(
        function.__code__, names, function.__name__, function.__defaults__, function.__closure__
    )
    moved.__kwdefaults__ = function.__kwdefaults__
    return moved


def describe(network: object, inputs: object) -> object:
    """Return a Keras model, of whatever layers, as plain data (`helpers.traced`); anything else as it is.

    ``inputs`` are some that it takes: an array, or a list of arrays; it is called with them.
    """
    if not isinstance(network, keras.Model):
        return network
    return {"model": type(network).__name__} | traced.trace(network, inputs)


def rebuild(name: str, described: object) -> keras.Model:
    """Return a copy of a network from what `describe` saw of it: no line of its own code runs in the copy.

    Raises
    ------
    AssertionError
        If what was described is no Keras model, or no such network; ``name`` says which.
    """
    if type(described) is not dict:
        kind = described.name if type(described) is plain.Other else type(described).__name__
        raise AssertionError(f"{name} should be a Keras model, not {kind}. Is a return missing?")
    try:
        return traced.Traced(described)
    except Exception as error:  # TensorFlow may say anything of data that no network gave
        reason = str(error).partition("\n")[0]
        raise AssertionError(f"{name} cannot be tried on its own: {reason}") from None
