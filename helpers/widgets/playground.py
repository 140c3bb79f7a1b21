"""The playground: a GAN on points in the plane, played step by step and drawn as it learns.

Networks, losses and both half steps are the notebook's; this module calls them, counts and looks.
Everything works without a browser; ``show()`` adds the controls (`helpers.widgets.playground_view`).
"""

import functools
import math
import threading
from collections.abc import Callable, Mapping

from helpers import data, metrics, profile
from helpers.widgets import playground_board, playground_engine, playground_view
from helpers.widgets.playground_engine import VIEW, Loss

import keras
import numpy as np
import tensorflow as tf

__all__ = ["DATA_SETS", "VIEW", "Loss", "Playground"]
DATA_SETS = (*data.POINT_SETS, "drawn")
STRETCH = 10


class Playground:
    """A two-dimensional GAN that can be stepped, trained, changed and drawn.

    Parameters
    ----------
    build_generator, build_discriminator
        Return new networks: ``(n, latent_dim) -> (n, 2)`` points, and ``(n, 2) -> (n, 1)`` logits.
    d_step, g_step
        ``d_step(generator, discriminator, optimizer, loss, real_points, noise)`` updates the discriminator
        once and returns its loss; ``g_step``, without ``real_points``, the generator. They are compiled.
        Both get 128 points and as many rows of normal noise, which depend on seed and counts alone.
    losses, **settings
        ``{name: Loss}``, the game starts with the first; and what `choose` takes.

    Attributes
    ----------
    d_updates, g_updates, trouble
        Updates since the last reset; and why the game stopped, in words, or nothing.
    drawing
        The marked squares of the board, shape (12, 12), bool; see `draw`.
    history
        ``(g_updates, d_loss, g_loss)``, means over at most 10 steps; nan for a player that did not move.

    Raises
    ------
    ValueError
        If the networks have other shapes, there is no loss, or a setting is not possible; and from the
        first step, if a half step does not return one number.
    """

    def __init__(
        self,
        build_generator: Callable,
        build_discriminator: Callable,
        d_step: Callable,
        g_step: Callable,
        losses: Mapping[str, Loss],
        **settings,
    ) -> None:
        if not losses:
            raise ValueError("The playground needs at least one loss, as {name: Loss(...)}.")
        self._build, self.losses = (build_generator, build_discriminator), dict(losses)
        self.lock = threading.RLock()  # JupyterLab may handle a button in another thread than a cell
        self.generator, self.discriminator = build_generator(), build_discriminator()
        shapes = self.generator.output_shape, self.discriminator.input_shape, self.discriminator.output_shape
        if shapes != ((None, 2), (None, 2), (None, 1)):
            raise ValueError(
                "The generator must return points (n, 2), and the discriminator must turn points (n, 2) "
                f"into logits (n, 1). These return {shapes[0]}, and turn {shapes[1]} into {shapes[2]}."
            )
        self.g_optimizer, self.d_optimizer = (keras.optimizers.Adam(beta_1=0.5, beta_2=0.99) for _ in "gd")
        self.g_optimizer.build(self.generator.trainable_variables)
        self.d_optimizer.build(self.discriminator.trainable_variables)
        parts = (d_step, g_step), (self.discriminator, self.generator), (self.d_optimizer, self.g_optimizer)
        self._functions = functools.cache(lambda name: playground_engine.compiled(self.losses[name], *parts))
        self._painter = playground_view.Painter()
        self.drawing = np.zeros((playground_board.SIDE, playground_board.SIDE), bool)
        self.settings = {"data": "ring", "loss": next(iter(losses)), "seed": 1, "d_steps": 1}
        self.settings |= {"d_learning_rate": 1e-3, "g_learning_rate": 1e-3, "warped_grid": False}
        self.choose(**(self.settings | settings))

    def choose(self, **settings) -> None:
        """Change settings, at once. ValueError, and no change, if a name or a value is not possible.

        ``data`` (one of `DATA_SETS`) and ``seed`` start the game afresh. ``loss`` (a name), ``d_steps`` (for
        each step of G), ``d_learning_rate`` and ``g_learning_rate`` (0 allowed) act on the running game.
        ``warped_grid``: do pictures show a grid of noise as G warps it, in place of the arrows?
        """
        for name, value in settings.items():
            if name not in self.settings:
                raise ValueError(f"No setting is called {name}; there are {', '.join(self.settings)}.")
            if names := {"data": DATA_SETS, "loss": tuple(self.losses)}.get(name):
                possible, words = value in names, f"one of {', '.join(names)}"
            elif name == "warped_grid":
                possible, words = isinstance(value, bool), "True or False"
            elif name.endswith("rate"):
                possible = isinstance(value, int | float) and 0 <= value < math.inf
                words = "a number, 0 or more"
            else:
                least = int(name == "d_steps")
                possible, words = value in range(least, 1_000_000), f"a whole number from {least} to 999,999"
            if not possible:
                raise ValueError(f"{name} is {value!r}, but must be {words}.")
        with self.lock:
            if name := settings.get("data"):
                drawn = name == "drawn"
                self.data = playground_board.points_in(self.drawing) if drawn else data.point_set(name)
            self.settings |= settings
            self.loss = self.losses[self.settings["loss"]]
            self.d_optimizer.learning_rate = self.settings["d_learning_rate"]
            self.g_optimizer.learning_rate = self.settings["g_learning_rate"]
            if "data" in settings or "seed" in settings:
                self.reset()
            elif "loss" in settings:
                self.history = []  # the old curves have another scale

    def draw(self, marked: np.ndarray) -> None:
        """Play on points in the marked squares of a board: shape (12, 12), bool, the upper row first.

        A game on another data set starts afresh; one on a drawing goes on. ValueError for an empty board.
        """
        points = playground_board.points_in(marked)
        with self.lock:
            self.drawing = np.array(marked)
            if self.settings["data"] == "drawn":
                self.data = points
            else:
                self.choose(data="drawn")

    def reset(self) -> None:
        """Start afresh: weights from the seed, optimisers and history empty."""
        with self.lock:
            profile.set_seed(int(self.settings["seed"]))
            for network, build in zip((self.generator, self.discriminator), self._build, strict=True):
                network.set_weights(build().get_weights())
            for optimizer in (self.g_optimizer, self.d_optimizer):
                for variable in optimizer.variables:
                    if variable is not optimizer.learning_rate:
                        variable.assign(keras.ops.zeros_like(variable))
            self.d_updates, self.g_updates, self.history, self.trouble = 0, 0, [], ""

    def step_d(self) -> None:
        """Update the discriminator once; the generator does not move."""
        self._advance(1, 1, 0)

    def step_g(self) -> None:
        """Update the generator once; the discriminator does not move."""
        self._advance(1, 0, 1)

    def train(self, steps: int) -> None:
        """Run ``steps`` generator updates, each after ``d_steps`` updates of the discriminator."""
        for done in range(0, steps, STRETCH):
            self._advance(min(STRETCH, steps - done), int(self.settings["d_steps"]), 1)

    def look(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return 2,500 samples of one fixed noise, the push that the first 150 feel (minus the gradient of
        each one's own generator loss), and the discriminator's logits on a 48 x 48 grid over the picture."""
        with self.lock:
            return tuple(np.asarray(x) for x in self._functions(self.settings["loss"])[1]())

    def warped_grid(self) -> np.ndarray:
        """Return a regular grid of noise as the generator sends it into the plane, shape (2, 11, 61, 2).

        Lines along the second and along the first number of the noise; further numbers are 0.
        """
        with self.lock:
            return np.asarray(self._functions(self.settings["loss"])[2]())

    def modes(self, samples: np.ndarray | None = None) -> int | None:
        """Return how many modes 2,500 samples cover; None for data without modes."""
        if self.data.centres is None:
            return None
        samples = self.look()[0] if samples is None else samples
        return metrics.modes_covered(np.nan_to_num(samples, nan=1e9), self.data.centres, self.data.std)

    def picture(self) -> bytes:
        """Return the game as it stands, as a PNG."""
        with self.lock:
            return playground_view.as_png(self._painter.paint(self))

    def plane(self) -> np.ndarray:
        """Return the left half of the picture, the plane: uint8, shape (330, 336, 3)."""
        with self.lock:
            return self._painter.paint(self)[:330, :336]

    def show(self) -> playground_view.Controls:
        """Return the picture with its controls."""
        return playground_view.Controls(self, DATA_SETS)

    def _advance(self, rounds: int, d_steps: int, g_steps: int) -> None:
        with self.lock:
            if self.trouble:
                return
            counts = rounds, d_steps, g_steps, int(self.settings["seed"]), self.d_updates, self.g_updates
            play, *_ = self._functions(self.settings["loss"])
            sums = play(tf.constant(self.data.points), *map(tf.constant, counts))
            d_sum, g_sum, finite = map(float, sums)
            self.d_updates += rounds * d_steps
            self.g_updates += rounds * g_steps
            d_loss, g_loss = d_sum / (rounds * d_steps or math.nan), g_sum / (rounds * g_steps or math.nan)
            self.history.append((self.g_updates, d_loss, g_loss))
            if not finite:
                self.trouble = (
                    f"Stopped after {self.d_updates} updates of D and {self.g_updates} of G: a loss or a "
                    "weight is not a finite number. Lower the learning rates, then reset."
                )
