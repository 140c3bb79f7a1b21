"""A network as plain data: the operations of TensorFlow in it, to be tried where its own code does not run.

What a class of a student's own does, nobody knows without running it. What it computes can leave the process
all the same, as in a saved model: a graph of operations with known names, from inputs and weights to output.
"""

import functools
import graphlib
import re
import uuid
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from keras.src.random.seed_generator import global_seed_generator
from tensorflow.python.eager import context

# What Keras's layers and functions compute with. Operations that touch files or memory, run code, print or
# keep something are not among them, nor native code that trusts its inputs.
OPERATIONS = set(Path(__file__).with_name("operations.txt").read_text(encoding="utf-8").split())
ANY_NUMBER = "The network cannot take any number of inputs (use -1 or tf.shape(x)[0], not len(x); no NumPy)."
UNKNOWN = (
    "The network has weights or random numbers that Keras does not know: self.add_weight() makes weights."
)
SETTINGS = {"config", "config_proto", "executor_type"}  # of how to run it
DULL = r"\s*$|Exception enc|Graph exec|Detected at|<stack|\s*\[\["  # lines of TensorFlow's errors
KEPT = {"_num_original_outputs", "_lower_using_switch_merge", "_stateful_parallelism"}


def trace(network: keras.Model, inputs: object) -> dict:
    """Return a network as plain data: its weights, and what it computes in inference and in training mode.

    Parameters
    ----------
    network
        A Keras model of any kind, with or without layers of one's own, which gives one tensor.
    inputs
        An array whose first axis is the batch, or a list of them: what the network takes.

    Raises
    ------
    TypeError
        If what it computes is no graph: it must take any number of inputs and give one tensor, follow
        Keras's weights and no others, and draw its random numbers by Keras or TensorFlow.
    Exception
        Whatever the network raises for these inputs.
    """
    many = isinstance(inputs, list)
    given = inputs if many else [inputs]
    before = network(inputs, training=False)  # a subclass makes its weights now
    if not tf.is_tensor(before):
        raise TypeError(f"The network should return one tensor, not {type(before).__name__}.")
    weights = [*network.trainable_variables, *network.non_trainable_variables, global_seed_generator().state]
    taken = [tf.TensorSpec(one.shape, one.dtype) for one in weights]
    taken += [tf.TensorSpec((None, *one.shape[1:]), one.dtype) for one in given]

    def compute(number: int, *values: tf.Tensor) -> list[tf.Tensor]:
        with keras.StatelessScope(zip(weights, values, strict=False)) as scope:
            output = network(list(values[len(weights) :]) if many else values[-1], training=number > 0)
        return [output, *map(scope.get_current_value, weights)]

    tf.config.run_functions_eagerly(True)  # else a tf.function in it would keep the weights of its first call
    try:
        traced = [tf.compat.v1.wrap_function(functools.partial(compute, n), taken) for n in range(3)]
    except Exception as error:
        raise TypeError(f"{ANY_NUMBER} It raises {_reason(error)}") from error
    finally:
        tf.config.run_functions_eagerly(False)
    fixed = [[n.attr["value"] for n in one.graph.as_graph_def().node if n.op == "Const"] for one in traced]
    if fixed[1] != fixed[2]:
        raise TypeError("The network draws random numbers by NumPy or Python: keras.random draws them anew.")
    found = {"weights": [np.asarray(one) for one in weights], "trainable": len(network.trainable_variables)}
    moved = [traced[0](*weights, *given)[0]]
    for weight in network.trainable_variables:
        weight.assign(1.5 * weight + 0.1)
    moved.append(traced[0](*weights, *given)[0])
    stays = np.array_equal(before, network(inputs, training=False))
    for weight, value in zip(weights, found["weights"], strict=True):
        weight.assign(value)
    if stays and not np.array_equal(*moved):
        raise TypeError("The network does not follow its weights. Is there a @tf.function before its call()?")
    return found | {"modes": [_as_data(mode) for mode in traced[:2]]}


def _as_data(mode: Callable) -> dict:
    if any(one.dtype == tf.resource for one in mode.captured_inputs):
        raise TypeError(UNKNOWN)
    found = {
        "graph": np.frombuffer(mode.graph.as_graph_def().SerializeToString(), "uint8"),
        "inputs": [one.name for one in mode.inputs],
        "constants": [np.asarray(one) for one in mode.captured_inputs],  # the last of the inputs
        "outputs": [one.name for one in mode.outputs],
    }
    _function(**found)  # what the judge would refuse is said here
    return found


def _reason(error: Exception) -> str:
    """Return the line of an error that says something, without colours."""
    text = re.sub("\x1b\\[[0-9;]*m", "", getattr(error, "message", "") or str(error))
    return next((x for x in text.splitlines() if not re.match(DULL, x)), type(error).__name__)[:300]


class Traced(keras.Model):
    """The network that `trace` saw: with the same weights it computes the same, in both modes.

    Raises
    ------
    ValueError
        If an operation does more than compute. Data that `trace` did not give may raise anything.
    """

    def __init__(self, seen: dict) -> None:
        super().__init__()
        for number, value in enumerate(seen["weights"]):
            trains = number < seen["trainable"]
            if trains and value.dtype.kind != "f":
                raise ValueError(f"it has trained weights of the type {value.dtype}")
            self.add_weight(value.shape, "zeros", value.dtype.name, trainable=trains).assign(value)
        self.built = True
        self._modes = [_function(**mode) for mode in seen["modes"]]

    def __call__(self, inputs: object, training: bool = False) -> tf.Tensor:
        """Return the output for a batch; weights move as they moved there.

        Raises
        ------
        AssertionError
            If inputs of this shape do not go through, or no numbers come out.
        """
        weights = [*self.trainable_variables, *self.non_trainable_variables]
        given = [tf.convert_to_tensor(one) for one in (inputs if isinstance(inputs, list) else [inputs])]
        try:
            output, *after = self._modes[bool(training)](*map(tf.convert_to_tensor, weights), *given)
            for weight, value in zip(weights, after, strict=True):
                weight.assign(value)
        except Exception as error:  # TensorFlow may say anything of a graph that no network gave
            reason = f"{given[0].shape} does not go through the network: {_reason(error)}"
            raise AssertionError(reason) from None
        assert output.dtype.is_floating or output.dtype.is_integer, f"{output.dtype.name} comes out."
        return output


def _function(graph: np.ndarray, inputs: list, constants: list, outputs: list) -> Callable:
    """Return one mode as a function of weights and inputs."""
    found = tf.compat.v1.GraphDef.FromString(graph.tobytes())
    functions = found.library.function
    names = {one.signature.name: f"{one.signature.name}_{uuid.uuid4().hex}" for one in functions}
    found.library.ClearField("gradient")
    calls = {one.signature.name: _clean(one.node_def, names) for one in functions}
    graphlib.TopologicalSorter(calls | {"": _clean(found.node, names)}).prepare()  # none calls itself
    for one in functions:
        one.signature.name = names[one.signature.name]
        one.ClearField("attr")
        context.context().add_function_def(one)

    @tf.function(autograph=False, reduce_retracing=True)
    def run(*values: tf.Tensor) -> list[tf.Tensor]:
        given = dict(zip(inputs, [*values, *map(tf.constant, constants)], strict=True))
        return tf.graph_util.import_graph_def(found, input_map=given, return_elements=outputs, name="")

    return run


def _clean(nodes: list, names: dict[str, str]) -> set[str]:
    """Leave of operations what they compute; return the functions that they call."""
    called = set()
    for node in nodes:
        if node.op not in OPERATIONS:
            raise ValueError(f"it has the operation {node.op[:40]!r} in it")
        node.device = ""
        for name in [x for x in node.attr if x in SETTINGS or (x.startswith("_") and x not in KEPT)]:
            del node.attr[name]
        for value in node.attr.values():
            kinds = {tf.as_dtype(one.dtype) for one in (value.tensor, *value.list.tensor) if one.dtype}
            if value.placeholder or kinds & {tf.variant, tf.resource}:
                raise ValueError(f"its operation {node.op!r} has a setting that is no number")
            for one in [one for one in (value.func, *value.list.func) if one.name]:
                called.add(one.name)
                one.CopyFrom(type(one)(name=names[one.name]))
    return called
