"""A network as plain data: the operations of TensorFlow in it, to be tried where its own code does not run.

What a class of a student's own does, nobody knows without running it. What it computes can leave the process
all the same, as in a saved model: a graph of operations with known names, from inputs and weights to output.
"""

import functools
import itertools
import re
import uuid
from collections.abc import Callable

import keras
import numpy as np
import tensorflow as tf
from tensorflow.python.eager import context
from tensorflow.python.framework import op_def_registry

KINDS = "array|bitwise|linalg|list|manip|math|nn|random|special_math|spectral|stateless_random"
PLACES = re.compile(rf"tensorflow\.python\.ops\.gen_({KINDS})_ops(_v2)?")
MORE = {
    "Assert",
    "NoOp",
    "ResizeBicubic",
    "ResizeBilinear",
    "ResizeNearestNeighbor",
    "StatefulPartitionedCall",
}
MORE |= {"If", "PartitionedCall", "StatelessIf", "StatelessWhile", "While"}
NOT_THEIRS = ("Immutable", "Inplace", "Parallel", "Ref")  # such operations read or write memory or files


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
        If it gives anything but one tensor, or has weights that Keras does not know.
    Exception
        Whatever the network raises for these inputs.
    """
    many = isinstance(inputs, list)

    def compute(training: bool, *values: tf.Tensor) -> list[tf.Tensor]:
        given = list(values[len(weights) :])
        with keras.StatelessScope(zip(weights, values, strict=False)) as scope:
            output = network(given if many else given[0], training=training)
        if not tf.is_tensor(output):
            raise TypeError(f"The network should return one tensor, not {type(output).__name__}.")
        return [output, *map(scope.get_current_value, weights)]

    eagerly = tf.config.functions_run_eagerly()
    tf.config.run_functions_eagerly(True)  # else a tf.function in it would keep the weights of its first call
    try:
        network(inputs, training=False)  # a subclass makes its weights now
        weights = [*network.trainable_variables, *network.non_trainable_variables]
        taken = [tf.TensorSpec(one.shape, one.dtype) for one in weights]
        taken += [tf.TensorSpec((None, *one.shape[1:]), one.dtype) for one in (inputs if many else [inputs])]
        modes = [
            tf.compat.v1.wrap_function(functools.partial(compute, mode), taken) for mode in (False, True)
        ]
    finally:
        tf.config.run_functions_eagerly(eagerly)
    found = {"weights": [np.asarray(one) for one in weights], "trainable": len(network.trainable_variables)}
    return found | {"modes": [_as_data(mode) for mode in modes]}


def _as_data(mode: Callable) -> dict:
    if any(one.dtype == tf.resource for one in mode.captured_inputs):
        raise TypeError("The network has weights that Keras does not know: make them by self.add_weight().")
    return {
        "graph": np.frombuffer(mode.graph.as_graph_def().SerializeToString(), "uint8"),
        "inputs": [one.name for one in mode.inputs],
        "constants": [np.asarray(one) for one in mode.captured_inputs],  # the last of the inputs
        "outputs": [one.name for one in mode.outputs],
    }


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
            self.add_weight(value.shape, dtype=value.dtype.name, trainable=trains).assign(value)
        self.built = True
        self._modes = [_function(**mode) for mode in seen["modes"]]

    def __call__(self, inputs: object, training: bool = False) -> tf.Tensor:
        """Return the output for a batch; weights move as they moved there.

        Raises
        ------
        AssertionError
            If inputs of this shape do not go through.
        """
        weights = [*self.trainable_variables, *self.non_trainable_variables]
        given = [tf.convert_to_tensor(one) for one in (inputs if isinstance(inputs, list) else [inputs])]
        try:
            output, *after = self._modes[bool(training)](*map(tf.convert_to_tensor, weights), *given)
            for weight, value in zip(weights, after, strict=True):
                weight.assign(value)
        except Exception as error:  # TensorFlow may say anything of a graph that no network gave
            reason = str(error).partition("\n")[0]
            raise AssertionError(f"{given[0].shape} does not go through the network: {reason}") from None
        return output


def _function(graph: np.ndarray, inputs: list, constants: list, outputs: list) -> Callable:
    """Return one mode as a function of weights and inputs."""
    found = tf.compat.v1.GraphDef.FromString(graph.tobytes())
    functions = found.library.function
    names = {one.signature.name: f"{one.signature.name}_{uuid.uuid4().hex}" for one in functions}
    found.library.ClearField("gradient")
    for node in itertools.chain(found.node, *(one.node_def for one in functions)):
        if not _computes(node.op):
            raise ValueError(f"it has the operation {node.op[:40]!r} in it")
        node.device = ""
        node.attr.pop("_gradient_op_type", None)  # known only where it was traced
        for one in [one for value in node.attr.values() for one in (value.func, *value.list.func)]:
            if one.name:
                one.name = names[one.name]
    for one in functions:
        one.signature.name = names[one.signature.name]
        context.context().add_function_def(one)

    @tf.function(autograph=False, reduce_retracing=True)
    def run(*values: tf.Tensor) -> list[tf.Tensor]:
        given = dict(zip(inputs, [*values, *map(tf.constant, constants)], strict=True))
        return tf.graph_util.import_graph_def(found, input_map=given, return_elements=outputs, name="")

    return run


def _computes(operation: str) -> bool:
    """Return whether an operation only computes: it runs no code, prints nothing and keeps nothing."""
    known, function = op_def_registry.get(operation), getattr(tf.raw_ops, operation, None)
    place = PLACES.fullmatch(getattr(getattr(function, "__wrapped__", None), "__module__", ""))
    safe = place and not (known.is_stateful and place[1] != "random") and not operation.startswith(NOT_THEIRS)
    return bool(safe) or operation in MORE
