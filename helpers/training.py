"""Keras callbacks for training a GAN: losses, pictures, a stop for nan, checkpoints.

They work with any ``keras.Model`` that has ``g_optimizer`` and ``d_optimizer``, a method
``generate(noise)``, and a ``train_step`` that returns its losses. A step is one generator update.
"""

import contextlib
import math
import os
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from helpers import plotting
from helpers.profile import keras

import numpy as np
from IPython import get_ipython
from IPython.display import display
from matplotlib.figure import Figure

ADVICE = (
    "Start again from new weights after one of these: halve both learning rates; give the loss "
    "logits (from_logits=True), since log(0) is infinite; check that the pixels are in [-1, 1]."
)


def step_of(model: keras.Model) -> int:
    """Return how many generator updates a model has seen."""
    return int(model.g_optimizer.iterations)


def _all_finite(logs: dict | None) -> bool:
    return all(math.isfinite(float(value)) for value in (logs or {}).values())


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
            self.losses.setdefault(name, []).append(float(value))

    def on_train_end(self, logs: dict | None = None) -> None:
        self.seconds += time.perf_counter() - self._started


class StopIfNotFinite(keras.callbacks.Callback):
    """Stops training at the first loss that is nan or infinite, and says what to try."""

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        bad = [name for name, value in (logs or {}).items() if not math.isfinite(float(value))]
        if bad:
            self.model.stop_training = True
            print(f"Stopped at step {step_of(self.model)}: {' and '.join(bad)} is not finite. {ADVICE}")


class Snapshots(keras.callbacks.Callback):
    """Keeps what the generator makes of the same noise in ``images``, ``{step: images}``.

    Parameters
    ----------
    noise
        Shape ``(n, latent_dim)``.
    at
        Steps to keep; 0 is the untrained generator.
    """

    def __init__(self, noise: np.ndarray, at: Iterable[int]) -> None:
        super().__init__()
        self.noise, self.at = noise, set(at)
        self.images: dict[int, np.ndarray] = {}

    def _keep(self) -> None:
        step = step_of(self.model)
        if step in self.at:
            self.images[step] = np.asarray(self.model.generate(self.noise))

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._keep()

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        self._keep()


class LivePicture(keras.callbacks.Callback):
    """Shows the samples of one fixed noise while training runs, in one picture that is replaced.

    The title gives step, speed and time left. Only the last picture stays in the notebook.
    Outside a notebook it draws nothing.

    Parameters
    ----------
    noise
        Shape ``(n, latent_dim)``.
    total
        Steps the run will have in all, for the time left.
    every
        Seconds between pictures.
    draw
        ``draw(images, title)`` returns a figure; by default `helpers.plotting.sample_grid`.
    """

    def __init__(
        self,
        noise: np.ndarray,
        total: int,
        every: float = 2.0,
        draw: Callable[..., Figure] = plotting.sample_grid,
    ) -> None:
        super().__init__()
        self.noise, self.total, self.every, self.draw = noise, total, every, draw
        self.handle = None

    def _show(self, done: bool = False) -> None:
        if get_ipython() is None:
            return
        step, seconds = step_of(self.model), time.perf_counter() - self._started
        speed = (step - self._first) / seconds if seconds > 0 else 0.0
        title = f"step {step:,} of {self.total:,}"
        if not done and speed > 0:
            title += f"   {speed:.0f} steps/s   {(self.total - step) / speed:.0f} s left"
        figure = self.draw(np.asarray(self.model.generate(self.noise)), title=title)
        if self.handle is None:
            self.handle = display(figure, display_id=True)
        else:
            self.handle.update(figure)

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._started = self._last = time.perf_counter()
        self._first = step_of(self.model)

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        if time.perf_counter() - self._last >= self.every and _all_finite(logs):
            self._show()
            self._last = time.perf_counter()

    def on_train_end(self, logs: dict | None = None) -> None:
        if _all_finite(logs):
            self._show(done=True)


class Checkpoint(keras.callbacks.Callback):
    """Saves a model's whole training state, so that an interrupted run can go on.

    The state is all weights, both optimisers and the random-number generator that lives in the
    model. It is written to a temporary file which then takes the old one's place in one move, so
    there is a whole checkpoint on disk at every moment. A state with a loss that is not finite is
    never saved. When the disk is full or read-only, training goes on and a message says so.

    Parameters
    ----------
    model
        Compiled, with both optimisers built. If the folder holds a checkpoint, it is restored now.
    folder
        Made when missing.
    every
        Steps between checkpoints.

    Attributes
    ----------
    step : int
        The step that was restored, 0 for a fresh start: the ``skip`` of `helpers.data.batches`.

    Raises
    ------
    ValueError
        If an optimiser is not built, or the checkpoint belongs to other networks.
    """

    NAME = "training.npz"

    def __init__(self, model: keras.Model, folder: str | Path, every: int = 500) -> None:
        super().__init__()
        if not (model.g_optimizer.built and model.d_optimizer.built):
            raise ValueError(
                "Build both optimisers first, or Adam's averages are not saved: "
                "d_optimizer.build(discriminator.trainable_variables), and likewise for g_optimizer."
            )
        self.path, self.every = Path(folder) / self.NAME, every
        self._warned = False
        if self.path.is_file():
            self._restore(model)
        self.step = self._saved = step_of(model)

    @staticmethod
    def _variables(model: keras.Model) -> list:
        return model.variables + model.d_optimizer.variables + model.g_optimizer.variables

    def _restore(self, model: keras.Model) -> None:
        variables = self._variables(model)
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

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        self._finite = _all_finite(logs)
        if self._finite and step_of(self.model) // self.every > self._saved // self.every:
            self.save()

    def on_train_end(self, logs: dict | None = None) -> None:
        if getattr(self, "_finite", False):
            self.save()
