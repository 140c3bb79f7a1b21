"""The GAN of the course, from the cells of pages 05 and 05b tagged ``export``: ``make gan``.

They show and explain every line of it; change it there. Later pages subclass `GAN` and
override the smallest method that their idea needs. Images are (n, height, width, channels) in [-1, 1],
noise is (n, latent_dim), a discriminator returns logits (n, 1), real is 1, losses are single numbers in nats.
"""

import keras
import tensorflow as tf

cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)


def draw_noise(count: int, latent_dim: int, seed: int | keras.random.SeedGenerator) -> tf.Tensor:
    """Return noise of shape (count, latent_dim), normally distributed with variance 1.

    A whole number as seed gives the same noise in every call, a SeedGenerator new noise.
    """
    return keras.random.normal((count, latent_dim), seed=seed)


def together(x: tf.Tensor, condition: tuple | list) -> tf.Tensor | list:
    """Return what a network is given: x alone, or x with the labels or whatever else goes with it."""
    return [x, *condition] if condition else x


def draw(generator: keras.Model, inputs: tf.Tensor | list) -> tf.Tensor:
    """Return the images that a generator draws when it does not train; arrays and tensors may mix."""
    return generator(tf.nest.map_structure(tf.convert_to_tensor, inputs), training=False)


def follow(
    tape: tf.GradientTape, loss: tf.Tensor, network: keras.Model, optimizer: keras.optimizers.Optimizer
) -> None:
    """Update one network once, along the gradient of one loss; no other network moves.

    Raises
    ------
    ValueError
        If the loss is not a single number.
    """
    if loss.shape.rank != 0:
        raise ValueError(
            f"The loss of the {network.name} has the shape {loss.shape}, but a loss is one number: take the "
            "mean over the batch, with tf.reduce_mean."
        )
    variables = network.trainable_variables
    optimizer.apply(tape.gradient(loss, variables), variables)


class Saved:
    """Lets Keras save a GAN as one file and load it again: ``gan.save("gan.keras")``."""

    def get_config(self):
        kept = {name: getattr(self, name) for name in ("generator", "discriminator", "latent_dim", "seed")}
        return {name: keras.saving.serialize_keras_object(value) for name, value in kept.items()}

    @classmethod
    def from_config(cls, config):
        return cls(**{name: keras.saving.deserialize_keras_object(value) for name, value in config.items()})

    def get_compile_config(self):
        kept = {"d_optimizer": self.d_optimizer, "g_optimizer": self.g_optimizer} if self.compiled else {}
        return {name: keras.saving.serialize_keras_object(value) for name, value in kept.items()}

    def compile_from_config(self, config):
        self.compile(**{n: keras.saving.deserialize_keras_object(value) for n, value in config.items()})


@keras.saving.register_keras_serializable("gan_course")
class GAN(Saved, keras.Model):
    """Two networks that train against each other. One train_step updates both.

    ``fit`` gets batches of real images, or of (images, condition); both networks are given the condition.
    """

    real_label = 1.0

    def __init__(self, generator, discriminator, latent_dim, seed=1):
        super().__init__()
        self.generator, self.discriminator = generator, discriminator
        self.latent_dim, self.seed = latent_dim, seed
        self.seed_generator, self.built = keras.random.SeedGenerator(seed), True

    def compile(self, d_optimizer, g_optimizer, steps_per_execution=1):
        super().compile(jit_compile=False, steps_per_execution=steps_per_execution)
        self.d_optimizer, self.g_optimizer = d_optimizer, g_optimizer
        d_optimizer.build(self.discriminator.trainable_variables)
        g_optimizer.build(self.generator.trainable_variables)

    @property
    def optimizers(self):
        return [self.d_optimizer, self.g_optimizer]

    def draw_noise(self, count, seed=None):
        return draw_noise(count, self.latent_dim, self.seed_generator if seed is None else seed)

    def generate(self, inputs):
        return draw(self.generator, inputs)

    def call(self, inputs):
        return self.generate(inputs)

    def d_loss(self, real_logits, fake_logits):
        labels = self.real_label * tf.ones_like(real_logits)
        return cross_entropy(labels, real_logits) + cross_entropy(tf.zeros_like(fake_logits), fake_logits)

    def g_loss(self, fake_logits):
        return cross_entropy(tf.ones_like(fake_logits), fake_logits)

    def both_losses(self, real_images, fake_images, *condition):
        real_logits = self.discriminator(together(real_images, condition), training=True)
        fake_logits = self.discriminator(together(fake_images, condition), training=True)
        return {"d_loss": self.d_loss(real_logits, fake_logits), "g_loss": self.g_loss(fake_logits)}

    def train_step(self, batch):
        real_images, *condition = batch if isinstance(batch, tuple) else (batch,)
        noise = self.draw_noise(tf.shape(real_images)[0])
        with tf.GradientTape(persistent=True) as tape:
            fake_images = self.generator(together(noise, condition), training=True)
            logs = self.both_losses(real_images, fake_images, *condition)
        self.update(tape, logs)
        return logs

    def update(self, tape, logs):
        follow(tape, logs["d_loss"], self.discriminator, self.d_optimizer)
        follow(tape, logs["g_loss"], self.generator, self.g_optimizer)


@keras.saving.register_keras_serializable("gan_course")
class AveragedGAN(GAN):
    """A GAN that draws with the average of its generator's weights over training.

    After step t the average keeps the share (1 - 1/t)^8 of itself, so it is on average a ninth of the run
    old, however long the run is (T. Karras et al., CVPR 2024). It takes no part in training.
    """

    power = 8

    def __init__(self, generator, discriminator, latent_dim, seed=1):
        super().__init__(generator, discriminator, latent_dim, seed)
        self.average = keras.models.clone_model(generator)
        self.average.set_weights(generator.get_weights())

    def generate(self, inputs):
        return draw(self.average, inputs)

    def update_average(self):
        keep = (1.0 - 1.0 / tf.cast(self.g_optimizer.iterations, "float32")) ** self.power
        for mean, new in zip(self.average.weights, self.generator.weights, strict=True):
            mean.assign(keep * mean + (1.0 - keep) * new)

    def update(self, tape, logs):
        super().update(tape, logs)
        self.update_average()
