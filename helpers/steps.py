"""What a step of training says: how many there were, and whether its losses are numbers."""

import math

import keras
import numpy as np


def step_of(model: keras.Model) -> int:
    """Return how many steps a model has done: the updates of the player that moved least often."""
    return min(int(np.asarray(optimizer.iterations)) for optimizer in model.optimizers)


def number(name: str, value: object) -> float:
    """Return a loss as a number; ValueError names it if it is more than one."""
    try:
        return float(value)
    except TypeError as error:
        raise ValueError(
            f"{name} has the shape {np.shape(value)}, but a loss is one number: take the mean over "
            "the batch, with tf.reduce_mean."
        ) from error


def not_finite(logs: dict | None) -> list[str]:
    """Return the names of the losses that are nan or infinite."""
    return [name for name, value in (logs or {}).items() if not math.isfinite(number(name, value))]
