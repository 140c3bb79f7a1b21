"""Keras callbacks for training a GAN: losses, pictures, a stop for nan, checkpoints.

They work with any ``keras.Model``, however many networks play in it, that has ``optimizers``, a list
of all its optimisers, a method ``generate(inputs)``, and a ``train_step`` that returns its losses, as
`helpers.gan.GAN` has. A step is over when every player has moved: one generator update.
"""

import contextlib
import math
import os
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers import plotting

import keras
import numpy as np
from IPython import get_ipython
from IPython.display import display
from matplotlib.figure import Figure

ADVICE = (
    "Start again from new weights after one of these: halve both learning rates; give the loss "
    "logits (from_logits=True), since log(0) is infinite; check that the pixels are in [-1, 1]."
)


def step_of(model: keras.Model) -> int:
    """Return how many steps a model has done: the updates of the player that moved least often."""
    return min(int(optimizer.iterations) for optimizer in model.optimizers)


def _number(name: str, value: object) -> float:
    try:
        return float(value)
    except TypeError as error:
        raise ValueError(
            f"{name} has the shape {np.shape(value)}, but a loss is one number: take the mean over "
            "the batch, with tf.reduce_mean."
        ) from error


def _not_finite(logs: dict | None) -> list[str]:
    return [name for name, value in (logs or {}).items() if not math.isfinite(_number(name, value))]


class LossHistory(keras.callbacks.Callback):
    """Keeps the losses in ``losses``, ``{name: one value for each step}``.

    With ``steps_per_execution=k`` Keras reports every k-th step only. ``seconds`` is the time
    spent in ``fit``, everything included.
    """

    def __init__(self) -> None:
        super().__init__()
        self.losses: dict[str, list[float]] = {}
        self.seconds = 0.0

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._started = time.perf_counter()

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        for name, value in (logs or {}).items():
            self.losses.setdefault(name, []).append(_number(name, value))

    def on_train_end(self, logs: dict | None = None) -> None:
        self.seconds += time.perf_counter() - self._started


class StopIfNotFinite(keras.callbacks.Callback):
    """Stops training at the first loss that is nan or infinite, and says what to try."""

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        if bad := _not_finite(logs):
            self.model.stop_training = True
            print(f"Stopped at step {step_of(self.model)}: {' and '.join(bad)} is not finite. {ADVICE}")


class Snapshots(keras.callbacks.Callback):
    """Keeps what the model generates from the same inputs in ``images``, ``{step: images}``.

    Parameters
    ----------
    inputs
        What the model's ``generate`` takes: noise ``(n, latent_dim)``, or a list of noise and labels.
    at
        Steps to keep; 0 is the untrained generator.
    """

    def __init__(self, inputs: object, at: Iterable[int]) -> None:
        super().__init__()
        self.inputs, self.at = inputs, set(at)
        self.images: dict[int, np.ndarray] = {}

    def _keep(self) -> None:
        step = step_of(self.model)
        if step in self.at:
            self.images[step] = np.asarray(self.model.generate(self.inputs))

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._keep()

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        self._keep()


class LivePicture(keras.callbacks.Callback):
    """Shows what is generated from fixed inputs while training runs, in one picture that is replaced.

    The title gives step, speed and time left. Only the last picture stays in the notebook.
    Outside a notebook it draws nothing.

    Parameters
    ----------
    inputs
        As for `Snapshots`.
    total
        Steps the run will have in all, for the time left.
    every
        Seconds between pictures.
    draw
        ``draw(images, title)`` returns a figure; by default `helpers.plotting.sample_grid`.
    """

    def __init__(
        self,
        inputs: object,
        total: int,
        every: float = 2.0,
        draw: Callable[..., Figure] = plotting.sample_grid,
    ) -> None:
        super().__init__()
        self.inputs, self.total, self.every, self.draw = inputs, total, every, draw
        self.handle = None

    def _show(self, done: bool = False) -> None:
        if get_ipython() is None:
            return
        step, seconds = step_of(self.model), time.perf_counter() - self._started
        speed = (step - self._first) / seconds if seconds > 0 else 0.0
        title = f"step {step:,} of {self.total:,}"
        if not done and speed > 0:
            title += f"   {speed:.0f} steps/s   {(self.total - step) / speed:.0f} s left"
        figure = self.draw(np.asarray(self.model.generate(self.inputs)), title=title)
        if self.handle is None:
            self.handle = display(figure, display_id=True)
        else:
            self.handle.update(figure)

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._started = self._last = time.perf_counter()
        self._first = step_of(self.model)

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        if time.perf_counter() - self._last >= self.every and not _not_finite(logs):
            self._show()
            self._last = time.perf_counter()

    def on_train_end(self, logs: dict | None = None) -> None:
        if not _not_finite(logs):
            self._show(done=True)


class Checkpoint(keras.callbacks.Callback):
    """Saves a model's whole training state, so that an interrupted run can go on.

    The state is all weights, every optimiser and the random-number generator that lives in the
    model. It is written to a temporary file which then takes the old one's place in one move, so
    there is a whole checkpoint on disk at every moment. A state with a loss that is not finite is
    never saved. When the disk is full or read-only, training goes on and a message says so.

    Parameters
    ----------
    folder
        Made when missing.
    every
        Steps between checkpoints.

    Raises
    ------
    ValueError
        When training starts, or `restore` is called, with an optimiser that is not built.
    """

    NAME = "training.npz"

    def __init__(self, folder: str | Path, every: int = 500) -> None:
        super().__init__()
        self.path, self.every = Path(folder) / self.NAME, every
        self._warned = self._finite = False

    @staticmethod
    def _variables(model: keras.Model) -> list:
        if not all(optimizer.built for optimizer in model.optimizers):
            raise ValueError(
                "Build every optimiser first, or Adam's averages are not saved: "
                "d_optimizer.build(discriminator.trainable_variables), and likewise for the others."
            )
        return model.variables + [v for optimizer in model.optimizers for v in optimizer.variables]

    def restore(self, model: keras.Model) -> int:
        """Put the checkpoint's state into a compiled model, if the folder holds one.

        Returns
        -------
        int
            The step it was saved at, 0 for a fresh start: the ``skip`` of `helpers.data.batches`.

        Raises
        ------
        ValueError
            If an optimiser is not built, or the checkpoint belongs to other networks or is damaged; the
            model is then as before.
        """
        variables = self._variables(model)
        if not self.path.is_file():
            return step_of(model)
        try:
            with np.load(self.path) as file:
                values = [file[name] for name in file.files]
            if [value.shape for value in values] != [tuple(variable.shape) for variable in variables]:
                raise ValueError("the shapes differ")
        except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile) as error:
            raise ValueError(
                f"{self.path} does not fit this model: it was saved by other networks or is "
                "damaged. Give another folder, or delete the file to start afresh."
            ) from error
        for variable, value in zip(variables, values, strict=True):
            variable.assign(value)
        return step_of(model)

    def save(self) -> bool:
        """Write the checkpoint; return whether that worked."""
        temporary = self.path.with_name("unfinished." + self.NAME)
        state = [np.asarray(variable) for variable in self._variables(self.model)]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with open(temporary, "wb") as file:
                np.savez(file, *state)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
            self._saved = step_of(self.model)
        except OSError as error:
            if not self._warned:
                print(
                    f"No checkpoint could be written to {self.path.parent} ({error}). Training goes "
                    "on without one. Free some disk space, or give a folder you may write to."
                )
            self._warned = True
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            return False
        return True

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._variables(self.model)
        self._saved, self._finite = step_of(self.model), False

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        self._finite = not _not_finite(logs)
        if self._finite and step_of(self.model) // self.every > self._saved // self.every:
            self.save()

    def on_train_end(self, logs: dict | None = None) -> None:
        if self._finite:
            self.save()
