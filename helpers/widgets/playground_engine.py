"""The playground's compiled parts: play some rounds, look at the game, send a grid of noise through G."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import tensorflow as tf

VIEW = 1.6  # pictures show both coordinates from -VIEW to VIEW
SAMPLES, SHOWN, GRID, BATCH = 2500, 150, 48, 128
REACH, LINES, DOTS = 2.5, 11, 61  # lines of noise from -REACH to REACH (99 % of it), points on each


class Loss(NamedTuple):
    """``discriminator(real_logits, fake_logits)`` and ``generator(fake_logits)``, means over the batch.

    ``chance`` is ``{"d_loss": ..., "g_loss": ...}`` or None. A ``penalty(discriminator, real_points,
    fake_points)`` is for the half step of the discriminator, which may add it to the first loss.
    """

    discriminator: Callable
    generator: Callable
    chance: Mapping[str, float] | None = None
    penalty: Callable | None = None


def _number(name: str, loss: object) -> tf.Tensor:
    """Return what a half step returned, if it is one number."""
    if not tf.is_tensor(loss) or loss.shape.rank != 0:
        found = f"a tensor of shape {loss.shape}" if tf.is_tensor(loss) else repr(loss)
        raise ValueError(
            f"{name} must return its loss, one number, but it returned {found}. Return the loss that the "
            "tape recorded; a mean over the batch is one number."
        )
    return tf.cast(loss, "float32")


def grid_of_noise(latent_dim: int) -> np.ndarray:
    """Return the lines of a regular grid of noise, shape (2, lines, points on a line, ``latent_dim``).

    The first of the two families holds the first number fixed on each line, the second family the second
    number. All further numbers are 0.
    """
    fixed, moving = np.meshgrid(*(np.linspace(-REACH, REACH, n) for n in (LINES, DOTS)), indexing="ij")
    noise = np.zeros((2, LINES, DOTS, max(latent_dim, 2)), "float32")
    noise[0, ..., 0], noise[0, ..., 1] = fixed, moving
    noise[1, ..., 0], noise[1, ..., 1] = moving, fixed
    return noise[..., :latent_dim]


def compiled(
    loss: Loss, half_steps: Sequence, networks: Sequence, optimizers: Sequence
) -> tuple[Callable, ...]:
    """Return the compiled functions that play, look and warp, for one loss.

    Half steps, networks and optimisers come in pairs, the discriminator's first.
    """
    (d_step, g_step), (discriminator, generator), (d_optimizer, g_optimizer) = (
        half_steps,
        networks,
        optimizers,
    )
    latent_dim, n = generator.input_shape[-1], BATCH
    normal, uniform = tf.random.stateless_normal, tf.random.stateless_uniform
    middles = (VIEW * ((2 * np.arange(GRID) + 1) / GRID - 1)).astype("float32")
    places = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
    lines = grid_of_noise(latent_dim)
    fixed_noise = normal([SAMPLES, latent_dim], [7, 7])

    @tf.function(jit_compile=False)
    def play(points, rounds, d_steps, g_steps, seed, d_updates, g_updates):
        """Return both losses, summed, and whether all is finite. Batches depend on seed and counts alone."""
        d_sum = g_sum = tf.constant(0.0)
        for _ in tf.range(rounds):
            for _ in tf.range(d_steps):
                keys = [[seed, 4 * d_updates + i] for i in range(2)]
                real_points = tf.gather(points, uniform([n], keys[0], 0, len(points), tf.int32))
                noise = normal([n, latent_dim], keys[1])
                d_loss = d_step(generator, discriminator, d_optimizer, loss, real_points, noise)
                d_sum, d_updates = d_sum + _number("d_step", d_loss), d_updates + 1
            for _ in tf.range(g_steps):
                noise = normal([n, latent_dim], [seed, 4 * g_updates + 3])
                g_loss = g_step(generator, discriminator, g_optimizer, loss, noise)
                g_sum, g_updates = g_sum + _number("g_step", g_loss), g_updates + 1
        numbers = (*generator.weights, *discriminator.weights, d_sum, g_sum)
        flat = [tf.reshape(tf.cast(number, "float32"), [-1]) for number in numbers]
        return d_sum, g_sum, tf.reduce_all(tf.math.is_finite(tf.concat(flat, axis=0)))

    @tf.function(jit_compile=False)
    def look():
        samples = generator(fixed_noise)
        fake_points = samples[:SHOWN]
        with tf.GradientTape() as tape:
            tape.watch(fake_points)
            g_loss = loss.generator(discriminator(fake_points))
        push = -SHOWN * tape.gradient(g_loss, fake_points)
        return samples, push, tf.reshape(discriminator(places), [GRID, GRID])

    @tf.function(jit_compile=False)
    def warp():
        return tf.reshape(generator(lines.reshape(-1, latent_dim)), [2, LINES, DOTS, 2])

    return play, look, warp
