"""The course's GAN around networks small enough for unit tests: 4 x 4 images, latent_dim 2.

Run as a program it trains with checkpoints: ``python -m tests.tiny_gan FOLDER STEPS WEIGHTS.npz``.
"""

import sys

from helpers import data, profile, training
from helpers.gan import GAN

import keras
import numpy as np

IMAGES = np.tanh(np.random.default_rng(0).normal(size=(64, 4, 4, 1))).astype("float32")
NOISE = np.random.default_rng(1).normal(size=(5, 2)).astype("float32")


def build_generator(width: int = 8) -> keras.Model:
    """Return a network (n, 2) -> (n, 4, 4, 1) with batch normalisation."""
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(width),
            layers.BatchNormalization(),
            layers.Dense(16, activation="tanh"),
            layers.Reshape((4, 4, 1)),
        ],
        name="generator",
    )


def build_discriminator(width: int = 8) -> keras.Model:
    """Return a network (n, 4, 4, 1) -> (n, 1) with dropout, whose random numbers are part of the state."""
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((4, 4, 1)),
            layers.Flatten(),
            layers.Dense(width, activation="leaky_relu"),
            layers.Dropout(0.2, seed=5),
            layers.Dense(1),
        ],
        name="discriminator",
    )


def new_gan(seed: int = 1, width: int = 8, kind: type[GAN] = GAN, optimizer=keras.optimizers.Adam) -> GAN:
    """Return a compiled GAN whose first weights depend on the seed alone."""
    profile.set_seed(seed)
    gan = kind(build_generator(width), build_discriminator(width), latent_dim=2)
    gan.compile(optimizer(1e-2), optimizer(1e-2))
    return gan


def train(model, steps: int, callbacks: list, skip: int = 0, arrays: tuple = (IMAGES,)) -> None:
    """Run ``fit`` for some steps, after leaving out the first ``skip`` batches."""
    stream = data.batches(*arrays, batch_size=8, seed=1, skip=skip)
    model.fit(stream, steps_per_epoch=steps, verbose=0, callbacks=callbacks)


def weights(model) -> list[np.ndarray]:
    """Return every number a resumed run must have right: weights, optimisers, random state."""
    variables = model.variables + [v for optimizer in model.optimizers for v in optimizer.variables]
    return [np.asarray(variable) for variable in variables]


def equal(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    """Tell whether two lists of arrays are equal bit for bit."""
    return len(first) == len(second) and all(map(np.array_equal, first, second))


def main(folder: str, steps: str, result: str) -> None:
    """Resume from the folder's checkpoint if it has one, go on to ``steps``, save the weights."""
    gan, checkpoint = new_gan(), training.Checkpoint(folder, every=3)
    start = checkpoint.restore(gan)
    print(f"starting at step {start}", flush=True)
    train(gan, int(steps) - start, [checkpoint], skip=start)
    np.savez(result, *weights(gan))


if __name__ == "__main__":
    main(*sys.argv[1:])
