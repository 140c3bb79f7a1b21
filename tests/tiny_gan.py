"""A GAN small enough for unit tests, in the notebooks' idiom: 4 x 4 images, latent_dim 2.

Run as a program it trains with checkpoints: ``python -m tests.tiny_gan FOLDER STEPS WEIGHTS.npz``.
"""

import sys

from helpers import data, profile, training
from helpers.profile import keras, tf

import numpy as np

IMAGES = np.tanh(np.random.default_rng(0).normal(size=(64, 4, 4, 1))).astype("float32")
NOISE = np.random.default_rng(1).normal(size=(5, 2)).astype("float32")


class GAN(keras.Model):
    """One step updates both networks; the noise comes from a generator that lives in the model."""

    def __init__(self, width: int = 8) -> None:
        super().__init__()
        layers = keras.layers
        self.generator = keras.Sequential(
            [
                keras.Input((2,)),
                layers.Dense(width),
                layers.BatchNormalization(),
                layers.Dense(16, activation="tanh"),
                layers.Reshape((4, 4, 1)),
            ]
        )
        self.discriminator = keras.Sequential(
            [
                keras.Input((4, 4, 1)),
                layers.Flatten(),
                layers.Dense(width, activation="leaky_relu"),
                layers.Dropout(0.2, seed=5),
                layers.Dense(1),
            ]
        )
        self.seed_generator = keras.random.SeedGenerator(1)

    def compile(self, learning_rate: float = 1e-2, build: bool = True) -> None:
        super().compile(jit_compile=False)
        self.d_optimizer = keras.optimizers.Adam(learning_rate)
        self.g_optimizer = keras.optimizers.Adam(learning_rate)
        if build:
            self.d_optimizer.build(self.discriminator.trainable_variables)
            self.g_optimizer.build(self.generator.trainable_variables)

    def generate(self, noise):
        return self.generator(noise, training=False)

    def train_step(self, real_images):
        noise = keras.random.normal((tf.shape(real_images)[0], 2), seed=self.seed_generator)
        with tf.GradientTape(persistent=True) as tape:
            fake_logits = self.discriminator(self.generator(noise, training=True), training=True)
            real_logits = self.discriminator(real_images, training=True)
            d_loss = tf.reduce_mean(tf.nn.softplus(-real_logits) + tf.nn.softplus(fake_logits))
            g_loss = tf.reduce_mean(tf.nn.softplus(-fake_logits))
        for loss, network, optimizer in (
            (d_loss, self.discriminator, self.d_optimizer),
            (g_loss, self.generator, self.g_optimizer),
        ):
            variables = network.trainable_variables
            optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables, strict=True))
        return {"d_loss": d_loss, "g_loss": g_loss}


def new_gan(seed: int = 1, **settings) -> GAN:
    """Return a compiled GAN whose first weights depend on the seed alone."""
    profile.set_seed(seed)
    gan = GAN(settings.pop("width", 8))
    gan.compile(**settings)
    return gan


def train(gan: GAN, steps: int, callbacks: list, skip: int = 0, images: np.ndarray = IMAGES) -> None:
    """Run ``fit`` for some steps, after leaving out the first ``skip`` batches."""
    stream = data.batches(images, batch_size=8, seed=1, skip=skip)
    gan.fit(stream, steps_per_epoch=steps, verbose=0, callbacks=callbacks)


def weights(gan: GAN) -> list[np.ndarray]:
    """Return every number a resumed run must have right: weights, optimisers, random state."""
    variables = gan.variables + gan.d_optimizer.variables + gan.g_optimizer.variables
    return [np.asarray(variable) for variable in variables]


def main(folder: str, steps: str, result: str) -> None:
    """Resume from the folder's checkpoint if it has one, go on to ``steps``, save the weights."""
    gan = new_gan()
    checkpoint = training.Checkpoint(gan, folder, every=3)
    print(f"starting at step {checkpoint.step}", flush=True)
    train(gan, int(steps) - checkpoint.step, [checkpoint], skip=checkpoint.step)
    np.savez(result, *weights(gan))


if __name__ == "__main__":
    main(*sys.argv[1:])
