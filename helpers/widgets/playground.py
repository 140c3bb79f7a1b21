"""The playground: a GAN on points in the plane, trained step by step and drawn as it learns.

The networks and the losses are the notebook's; this module plays the game with them. It works
without a browser; ``show()`` adds the controls (`helpers.widgets.playground_view`).
"""

import math
import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from helpers import metrics, profile
from helpers.profile import keras, tf
from helpers.widgets import playground_view

import numpy as np

DATA_SETS = ("ring", "grid", "two moons", "spiral")
VIEW = 1.6  # the picture shows both coordinates from -VIEW to VIEW
POINTS, SHOWN, COUNTED, CHUNK = 10_000, 300, 2500, 20


class PointSet(NamedTuple):
    """Real points ``(n, 2)``; their modes ``(modes, 2)``, or None, and each mode's standard deviation."""

    points: np.ndarray
    centres: np.ndarray | None
    std: float


class Loss(NamedTuple):
    """One game: what each player minimises.

    ``discriminator(real_logits, fake_logits)`` and ``generator(fake_logits)`` return numbers, means
    over the batch. ``chance`` is ``{"d_loss": ..., "g_loss": ...}`` or None. ``penalty(discriminator,
    real_points, fake_points, share)`` is added to the first loss if given; ``share`` is uniform on
    [0, 1], shape ``(n, 1)``.
    """

    discriminator: Callable
    generator: Callable
    chance: Mapping[str, float] | None = None
    penalty: Callable | None = None


def point_set(name: str, count: int = POINTS) -> PointSet:
    """Return one of the `DATA_SETS`, always the same points; ValueError for any other name."""
    random, std, centres = np.random.default_rng(0), 0.05, None
    share = random.uniform(size=count)
    if name == "ring":
        angle = np.arange(8) * math.pi / 4
        centres = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    elif name == "grid":
        centres = np.stack(np.meshgrid(*[np.linspace(-1.2, 1.2, 5)] * 2), axis=-1).reshape(-1, 2)
    elif name == "two moons":
        upper, angle = np.arange(count) % 2 == 0, share * math.pi
        x = np.where(upper, np.cos(angle) - 0.5, 0.5 - np.cos(angle))
        mean = np.stack([x, np.where(upper, np.sin(angle) - 0.25, 0.25 - np.sin(angle))], axis=1)
    elif name == "spiral":
        angle = 4 * math.pi * np.sqrt(share)
        mean = np.stack([np.cos(angle), np.sin(angle)], axis=1) * angle[:, None] / (4 * math.pi) * 1.3
    else:
        raise ValueError(f"There is no data set {name!r}; the data sets are {', '.join(DATA_SETS)}.")
    if centres is not None:
        mean = centres[random.integers(len(centres), size=count)]
    return PointSet((mean + std * random.normal(size=(count, 2))).astype("float32"), centres, std)


class Playground:
    """A two-dimensional GAN that can be stepped, trained, changed and drawn.

    Parameters
    ----------
    build_generator, build_discriminator
        Functions that return new networks: ``(n, latent_dim) -> (n, 2)`` points, and
        ``(n, 2) -> (n, 1)`` logits.
    losses
        ``{name: Loss}``; the first is the one to start with.
    seed
        Fixes first weights, noise and batches: the same calls with one seed give equal weights.
    batch_size
        Real and generated points in an update.

    Attributes
    ----------
    d_updates, g_updates
        Updates of each player since the last reset.
    history
        ``(g_updates, d_loss, g_loss)`` for each stretch of training, means over the stretch; nan for a
        player that did not move.
    trouble
        Empty, or why training stopped, in words. `reset` clears it.

    Raises
    ------
    ValueError
        If the networks do not have these shapes, or there is no loss.
    """

    def __init__(
        self,
        build_generator: Callable[[], keras.Model],
        build_discriminator: Callable[[], keras.Model],
        losses: Mapping[str, Loss],
        seed: int = 1,
        batch_size: int = 128,
    ) -> None:
        if not losses:
            raise ValueError("The playground needs at least one Loss, as {name: Loss(...)}.")
        self._build, self.losses, self.batch_size = (
            (build_generator, build_discriminator),
            dict(losses),
            batch_size,
        )
        self.lock = threading.RLock()  # JupyterLab may press a button in another thread than a cell's
        profile.set_seed(seed)
        self.generator, self.discriminator = build_generator(), build_discriminator()
        self.latent_dim = self.generator.input_shape[-1]
        shapes = self.generator.output_shape, self.discriminator.input_shape, self.discriminator.output_shape
        if shapes != ((None, 2), (None, 2), (None, 1)):
            raise ValueError(
                "The generator must return points (n, 2), and the discriminator must turn points (n, 2) into "
                f"logits (n, 1). These are {shapes[0]}, and {shapes[1]} into {shapes[2]}."
            )
        self.g_optimizer, self.d_optimizer = (
            keras.optimizers.Adam(1e-3, beta_1=0.5, beta_2=0.99) for _ in "gd"
        )
        self.g_optimizer.build(self.generator.trainable_variables)
        self.d_optimizer.build(self.discriminator.trainable_variables)
        self._compiled: dict[str, Callable] = {}
        self._painter = playground_view.Painter(VIEW)
        self.settings = {"seed": seed, "data": "ring", "loss": next(iter(losses)), "d_steps": 1}
        self.settings |= {"d_learning_rate": 1e-3, "g_learning_rate": 1e-3}
        self.choose(**self.settings)

    data_sets = DATA_SETS

    @property
    def loss(self) -> Loss:
        """The loss in use."""
        return self.losses[self.settings["loss"]]

    def choose(self, **settings) -> None:
        """Change settings; they act at once.

        ``data`` and ``seed`` start the game afresh. ``d_learning_rate`` and ``g_learning_rate`` (0 or
        more), ``d_steps`` (updates of D before each of G, 1 or more) and ``loss`` act on the running game.
        ValueError, and no change, if a name or a value is not possible.
        """
        for name, value in settings.items():
            if name not in self.settings:
                raise ValueError(
                    f"There is no setting {name!r}; the settings are {', '.join(self.settings)}."
                )
            if name == "loss" and value not in self.losses:
                raise ValueError(f"There is no loss {value!r}; the losses are {', '.join(self.losses)}.")
            if name.endswith("learning_rate") and not 0 <= value < math.inf:
                raise ValueError(f"{name} is {value}, but must be 0 or more, and finite.")
            if name in ("d_steps", "seed") and not (
                value == int(value) and int(name == "d_steps") <= value < 2**31
            ):
                raise ValueError(
                    f"{name} is {value}, but must be a whole number, {int(name == 'd_steps')} or more."
                )
        with self.lock:
            if "data" in settings:
                self.data = point_set(settings["data"])
                self._points = tf.constant(self.data.points)
            self.settings |= settings
            self.d_optimizer.learning_rate = self.settings["d_learning_rate"]
            self.g_optimizer.learning_rate = self.settings["g_learning_rate"]
            if {"data", "seed"} & set(settings):
                self.reset()
            elif "loss" in settings:
                self.history = []  # the old loss is drawn on another scale

    def reset(self) -> None:
        """Start afresh: new weights from the seed, optimisers and history empty."""
        with self.lock:
            profile.set_seed(int(self.settings["seed"]))
            for network, build in zip((self.generator, self.discriminator), self._build, strict=True):
                network.set_weights(build().get_weights())
            for optimizer in (self.g_optimizer, self.d_optimizer):
                for variable in optimizer.variables:
                    if variable is not optimizer.learning_rate:
                        variable.assign(keras.ops.zeros_like(variable))
            self.d_updates = self.g_updates = 0
            self.history, self.trouble = [], ""

    def step_d(self) -> None:
        """Update the discriminator once; the generator does not move."""
        self._advance(1, 1, 0)

    def step_g(self) -> None:
        """Update the generator once; the discriminator does not move."""
        self._advance(1, 0, 1)

    def train(self, steps: int) -> None:
        """Run ``steps`` generator updates, each after ``d_steps`` updates of the discriminator."""
        while steps > 0 and not self.trouble:
            self._advance(min(steps, CHUNK), int(self.settings["d_steps"]), 1)
            steps -= CHUNK

    def modes(self) -> int | None:
        """Return how many modes 2,500 samples cover; None for data without modes."""
        if self.data.centres is None:
            return None
        with self.lock:
            samples = np.asarray(self.generator(self._noise(COUNTED)))
        return (
            metrics.modes_covered(samples, self.data.centres, self.data.std)
            if np.isfinite(samples).all()
            else 0
        )

    def picture(self) -> bytes:
        """Return the game as it stands, as a PNG."""
        with self.lock:
            return self._painter.paint(self)

    def show(self) -> playground_view.Controls:
        """Return the picture with its controls."""
        return playground_view.Controls(self)

    def look(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return fake points ``(300, 2)``, minus the gradient of each point's own generator loss with respect
        to the point ``(300, 2)``, and the discriminator's logits on a grid ``(48, 48)`` over the picture."""
        with self.lock:
            fake, push, surface = self._functions()[1](self._noise(SHOWN))
        return fake.numpy(), push.numpy(), surface.numpy()

    def _noise(self, count: int) -> tf.Tensor:
        return tf.random.stateless_normal([count, self.latent_dim], [7, 7])

    def _advance(self, rounds: int, d_steps: int, g_steps: int) -> None:
        with self.lock:
            if self.trouble:
                return
            numbers = rounds, d_steps, g_steps, self.settings["seed"], self.d_updates, self.g_updates
            sums = self._functions()[0](self._points, *(tf.constant(int(number)) for number in numbers))
            self.d_updates += rounds * d_steps
            self.g_updates += rounds * g_steps
            counts = rounds * d_steps, rounds * g_steps
            d_loss, g_loss = (float(s) / n if n else math.nan for s, n in zip(sums, counts, strict=True))
            self.history.append((self.g_updates, d_loss, g_loss))
            weights = self.generator.get_weights() + self.discriminator.get_weights()
            if not all(math.isfinite(float(s)) for s in sums) or not all(
                np.isfinite(w).all() for w in weights
            ):
                self.trouble = (
                    f"Stopped after {self.d_updates} updates of D and {self.g_updates} of G: a number became "
                    "infinite. Lower the learning rates, then press Reset."
                )

    def _functions(self) -> tuple[Callable, Callable]:
        name = self.settings["loss"]
        if name not in self._compiled:
            self._compiled[name] = self._train_function(), self._look_function()
        return self._compiled[name]

    def _train_function(self) -> Callable:
        loss, generator, discriminator = self.loss, self.generator, self.discriminator

        @tf.function(jit_compile=False)
        def run(points, rounds, d_steps, g_steps, seed, d_updates, g_updates):
            """Return both losses, summed over the updates; batch and noise depend on seed and count alone."""
            d_sum = g_sum = tf.constant(0.0)
            for _ in tf.range(rounds):
                for _ in tf.range(d_steps):
                    index = tf.random.stateless_uniform(
                        [self.batch_size], [seed, 4 * d_updates], 0, len(points), tf.int32
                    )
                    real_points = tf.gather(points, index)
                    noise = tf.random.stateless_normal(
                        [self.batch_size, self.latent_dim], [seed, 4 * d_updates + 1]
                    )
                    fake_points = generator(noise, training=True)
                    with tf.GradientTape() as tape:
                        d_loss = loss.discriminator(discriminator(real_points), discriminator(fake_points))
                        if loss.penalty:
                            share = tf.random.stateless_uniform(
                                [self.batch_size, 1], [seed, 4 * d_updates + 2]
                            )
                            d_loss += loss.penalty(discriminator, real_points, fake_points, share)
                    d_variables = discriminator.trainable_variables
                    self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
                    d_sum, d_updates = d_sum + d_loss, d_updates + 1
                for _ in tf.range(g_steps):
                    noise = tf.random.stateless_normal(
                        [self.batch_size, self.latent_dim], [seed, 4 * g_updates + 3]
                    )
                    with tf.GradientTape() as tape:
                        g_loss = loss.generator(discriminator(generator(noise, training=True)))
                    g_variables = generator.trainable_variables
                    self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
                    g_sum, g_updates = g_sum + g_loss, g_updates + 1
            return d_sum, g_sum

        return run

    def _look_function(self) -> Callable:
        generator_loss, side = self.loss.generator, np.linspace(-VIEW, VIEW, 48, dtype="float32")
        grid = tf.constant(np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2))

        @tf.function(jit_compile=False)
        def look(noise):
            fake_points = self.generator(noise)
            with tf.GradientTape() as tape:
                tape.watch(fake_points)
                g_loss = generator_loss(self.discriminator(fake_points))
            push = -float(len(noise)) * tape.gradient(g_loss, fake_points)
            return fake_points, push, tf.reshape(self.discriminator(grid), [48, 48])

        return look
