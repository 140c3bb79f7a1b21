"""Keras callbacks for training a GAN: losses, pictures, a stop for nan, checkpoints.

They work with any ``keras.Model``, however many networks play in it, that has ``optimizers``, a list
of all its optimisers, a method ``generate(inputs)``, and a ``train_step`` that returns its losses, as
`helpers.gan.GAN` has. A step is over when every player has moved: one generator update.
"""

import time
from collections.abc import Callable, Iterable

from helpers import plotting
from helpers.checkpoint import Checkpoint as Checkpoint
from helpers.steps import not_finite, number, step_of

import keras
import numpy as np
from IPython import get_ipython
from IPython.display import display
from matplotlib.figure import Figure

ADVICE = (
    "Start again from new weights after one of these: halve both learning rates; give the loss "
    "logits (from_logits=True), since log(0) is infinite; check that the pixels are in [-1, 1]."
)


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
            self.losses.setdefault(name, []).append(number(name, value))

    def on_train_end(self, logs: dict | None = None) -> None:
        self.seconds += time.perf_counter() - self._started


class StopIfNotFinite(keras.callbacks.Callback):
    """Stops training at the first loss that is nan or infinite, and says what to try."""

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        if bad := not_finite(logs):
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
        if time.perf_counter() - self._last >= self.every and not not_finite(logs):
            self._show()
            self._last = time.perf_counter()

    def on_train_end(self, logs: dict | None = None) -> None:
        if not not_finite(logs):
            self._show(done=True)
