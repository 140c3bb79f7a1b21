"""Checks of the labs: is this the right value, and if not, which mistake gives it?

A right value is reported as exact or close. A wrong one raises an AssertionError that names the
likely mistake: a check hands over the values that common mistakes give, with a hint for each.
"""

from collections.abc import Mapping

import keras
import numpy as np
from tensorflow.python.framework.ops import EagerTensor
from tensorflow.python.ops.resource_variable_ops import ResourceVariable

# Exact types: an object that merely behaves like a number could claim to be equal to everything.
# By their names, since making a tensor to ask its type would start TensorFlow's devices and threads.
NUMBERS = {float, int, np.ndarray, EagerTensor, ResourceVariable, keras.Variable}
NUMBERS |= set(np.sctypeDict.values()) - {np.object_, np.str_, np.bytes_, np.void}


def to_numpy(value: object, name: str) -> np.ndarray:
    """Return a number, an array or a tensor as ``float64``, its shape unchanged.

    Raises
    ------
    AssertionError
        If ``value`` is anything else; ``name`` says which value it is.
    """
    assert type(value) in NUMBERS, (
        f"{name} should be a number, an array or a tensor, not {type(value).__name__}. Is a return missing?"
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
        hint = next((text for text, wrong in (mistakes or {}).items() if difference(wrong) <= allowed), "")
        assert yours.shape == expected.shape, (
            f"{name}: your shape is {yours.shape}, the right one {expected.shape}. {hint}"
        )
        raise AssertionError(f"{name}: not right, the largest difference is {found:.3g}. {hint}")
    print(f"{name}: " + ("exact" if found == 0 else f"close, the largest difference is {found:.1e}"))


def network_output(name: str, network: object, inputs: object, shape: tuple[int, ...]) -> np.ndarray:
    """Run a network in inference mode; return its output, ``float64`` of the given shape.

    Raises
    ------
    AssertionError
        If it is no Keras model, or its output has another shape or is not finite.
    """
    assert isinstance(network, keras.Model), f"{name} should be a Keras model, not {type(network).__name__}."
    output = to_numpy(network(inputs, training=False), f"the output of {name}")
    assert output.shape == shape, f"The output of {name} has shape {output.shape}, it should be {shape}."
    assert np.isfinite(output).all(), f"The output of {name} is not finite."
    return output
