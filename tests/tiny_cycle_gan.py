"""A CycleGAN of a few units, 4 x 4 images: four networks and two inputs under the callbacks as they are.

Two translators turn images of one kind into the other, two discriminators judge one kind each (J.-Y. Zhu
et al., "Unpaired image-to-image translation using cycle-consistent adversarial networks", ICCV 2017).
"""

from helpers import profile
from helpers.gan import follow

import keras
import numpy as np
import tensorflow as tf

from tests.tiny_gan import build_discriminator

RANDOM = np.random.default_rng(2)
DARK = np.tanh(RANDOM.normal(-1, 0.5, size=(64, 4, 4, 1))).astype("float32")
BRIGHT = np.tanh(RANDOM.normal(1, 0.5, size=(64, 4, 4, 1))).astype("float32")
PAIR = (DARK[:3], BRIGHT[:3])
LOSSES = ("to_bright_loss", "to_dark_loss", "d_bright_loss", "d_dark_loss")

cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)


def build_translator(name: str) -> keras.Model:
    """Return a network (n, 4, 4, 1) -> (n, 4, 4, 1)."""
    layers = keras.layers
    return keras.Sequential(
        [
            keras.Input((4, 4, 1)),
            layers.Conv2D(2, 3, padding="same", activation="relu"),
            layers.Dropout(0.1, seed=6),
            layers.Conv2D(1, 3, padding="same", activation="tanh"),
        ],
        name=name,
    )


class CycleGAN(keras.Model):
    """Dark images become bright, bright ones dark, and each comes back as it was."""

    def __init__(self) -> None:
        super().__init__()
        self.to_bright, self.to_dark = build_translator("to_bright"), build_translator("to_dark")
        self.d_bright, self.d_dark = build_discriminator(), build_discriminator()

    @property
    def networks(self) -> list[keras.Model]:
        return [self.to_bright, self.to_dark, self.d_bright, self.d_dark]

    def compile(self, *optimizers) -> None:
        super().compile(jit_compile=False)
        self.players = list(optimizers)
        for optimizer, network in zip(optimizers, self.networks, strict=True):
            optimizer.build(network.trainable_variables)

    @property
    def optimizers(self):
        return self.players

    def generate(self, inputs):
        dark, bright = inputs
        translated = self.to_bright(dark, training=False), self.to_dark(bright, training=False)
        return tf.concat(translated, axis=0)

    def train_step(self, batch):
        dark, bright = batch
        with tf.GradientTape(persistent=True) as tape:
            fake_bright, fake_dark = self.to_bright(dark, training=True), self.to_dark(bright, training=True)
            back = self.to_dark(fake_bright, training=True), self.to_bright(fake_dark, training=True)
            cycle = tf.reduce_mean(abs(back[0] - dark)) + tf.reduce_mean(abs(back[1] - bright))
            losses = {}
            for kind, real, fake in (("bright", bright, fake_bright), ("dark", dark, fake_dark)):
                judge = self.d_bright if kind == "bright" else self.d_dark
                on_real, on_fake = judge(real, training=True), judge(fake, training=True)
                losses[f"to_{kind}_loss"] = cross_entropy(tf.ones_like(on_fake), on_fake) + 10 * cycle
                of_real = cross_entropy(tf.ones_like(on_real), on_real)
                losses[f"d_{kind}_loss"] = of_real + cross_entropy(tf.zeros_like(on_fake), on_fake)
        for name, network, optimizer in zip(LOSSES, self.networks, self.players, strict=True):
            follow(tape, losses[name], network, optimizer)
        return losses


def new_cycle_gan(seed: int = 1) -> CycleGAN:
    """Return a compiled CycleGAN whose first weights depend on the seed alone."""
    profile.set_seed(seed)
    gan = CycleGAN()
    gan.compile(*(keras.optimizers.Adam(1e-2) for _ in range(4)))
    return gan
