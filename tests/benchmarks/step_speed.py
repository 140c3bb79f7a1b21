"""What does a training step cost? Three loops over the same networks, data and batch size.

``python -m tests.benchmarks.step_speed [--notebook notebooks/06_vanilla_gan.ipynb]``

* circulating: per step one ``predict`` and three ``train_on_batch`` calls, as in many tutorials,
  with the trainable flag toggled around each call so that it really trains on Keras 3;
* fit: the course's ``GAN.fit`` with its history callback;
* bare: a compiled function with the same two updates, called in a plain loop.

They run in turn, several rounds; the medians over the rounds are compared.
"""

import argparse
import statistics
import time
from pathlib import Path

from helpers.assets.pages import run_cells
from helpers.profile import set_seed
from helpers.training import LossHistory

import keras
import numpy as np
import tensorflow as tf

from tests.benchmarks.time_to_quality import NEEDED

BINARY = keras.losses.BinaryCrossentropy(from_logits=True)


class Circulating:
    """The loop that circulates."""

    def __init__(self, gan: keras.Model, batch_size: int, latent_dim: int) -> None:
        self.generator, self.discriminator = gan.generator, gan.discriminator
        self.batch_size, self.latent_dim = batch_size, latent_dim
        self.random = np.random.default_rng(1)
        self.discriminator.compile(optimizer=keras.optimizers.Adam(1e-3), loss=BINARY)
        self.combined = keras.Sequential([self.generator, self.discriminator])
        self.combined.compile(optimizer=keras.optimizers.Adam(1e-3), loss=BINARY)

    def step(self, real_images: tf.Tensor) -> None:
        """Do one update of each network."""
        real, fake = np.ones((self.batch_size, 1)), np.zeros((self.batch_size, 1))
        noise = self.random.normal(size=(self.batch_size, self.latent_dim))
        fake_images = self.generator.predict(noise, verbose=0)
        self.discriminator.trainable = True
        self.discriminator.train_on_batch(real_images, real)
        self.discriminator.train_on_batch(fake_images, fake)
        self.discriminator.trainable = False
        self.combined.train_on_batch(noise, real)

    def run(self, stream: tf.data.Dataset, steps: int) -> None:
        """Do several steps."""
        for real_images in stream.take(steps):
            self.step(real_images)


class Bare:
    """The least that can be written: one compiled function, called in a loop."""

    def __init__(self, gan: keras.Model, batch_size: int, latent_dim: int) -> None:
        generator, discriminator = gan.generator, gan.discriminator
        d_optimizer, g_optimizer = keras.optimizers.Adam(1e-3), keras.optimizers.Adam(1e-3)
        d_optimizer.build(discriminator.trainable_variables)
        g_optimizer.build(generator.trainable_variables)

        @tf.function(jit_compile=False)
        def step(real_images):
            noise = tf.random.normal((batch_size, latent_dim))
            with tf.GradientTape(persistent=True) as tape:
                fake_logits = discriminator(generator(noise, training=True), training=True)
                real_logits = discriminator(real_images, training=True)
                d_loss = BINARY(gan.real_label * tf.ones_like(real_logits), real_logits)
                d_loss += BINARY(tf.zeros_like(fake_logits), fake_logits)
                g_loss = BINARY(tf.ones_like(fake_logits), fake_logits)
            d_variables, g_variables = discriminator.trainable_variables, generator.trainable_variables
            d_optimizer.apply_gradients(zip(tape.gradient(d_loss, d_variables), d_variables, strict=True))
            g_optimizer.apply_gradients(zip(tape.gradient(g_loss, g_variables), g_variables, strict=True))
            return d_loss, g_loss

        self.step = step

    def run(self, stream: tf.data.Dataset, steps: int) -> None:
        """Do several steps."""
        for real_images in stream.take(steps):
            losses = self.step(real_images)
        [float(loss) for loss in losses]


class Fit:
    """The course's way."""

    def __init__(self, gan: keras.Model) -> None:
        self.gan = gan

    def run(self, stream: tf.data.Dataset, steps: int) -> None:
        """Do several steps."""
        self.gan.fit(stream, steps_per_epoch=steps, verbose=0, callbacks=[LossHistory()])


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--notebook", type=Path, default=Path("notebooks/06_vanilla_gan.ipynb"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=1000, help="of fit and bare in a round")
    arguments = parser.parse_args()
    set_seed(1)
    names = run_cells(arguments.notebook, {"bench"}, NEEDED)
    new_gan, stream = names["new_gan"], names["new_batches"](1)
    batch_size, latent_dim = len(next(iter(stream))), new_gan(1).latent_dim
    loops = {
        "circulating": (Circulating(new_gan(1), batch_size, latent_dim), max(1, arguments.steps // 50)),
        "fit": (Fit(new_gan(1)), arguments.steps),
        "bare": (Bare(new_gan(1), batch_size, latent_dim), arguments.steps),
    }
    seconds: dict[str, list[float]] = {name: [] for name in loops}
    for turn in range(arguments.rounds + 1):  # the first round compiles and does not count
        for name, (loop, steps) in loops.items():
            started = time.perf_counter()
            loop.run(stream, steps)
            if turn:
                seconds[name].append((time.perf_counter() - started) / steps)
    median = {name: statistics.median(values) for name, values in seconds.items()}
    for name, values in seconds.items():
        low, high = min(values), max(values)
        print(f"{name:12} {1e3 * median[name]:8.2f} ms a step ({1e3 * low:.2f} to {1e3 * high:.2f})")
    print(f"fit is {median['circulating'] / median['fit']:.1f} times as fast as the circulating loop")
    print(f"fit takes {median['fit'] / median['bare']:.2f} of the bare loop's time")


if __name__ == "__main__":
    main()
