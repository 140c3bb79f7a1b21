"""Updating is all it must do."""

LOSES = {"test-step"}


# %% step
class GAN(keras.Model):
    """A generator and a discriminator that train against each other."""

    def __init__(self, generator, discriminator, d_loss_fn, g_loss_fn, latent_dim, seed):
        super().__init__()
        self.generator, self.discriminator = generator, discriminator
        self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
        self.latent_dim = latent_dim
        self.seed_generator = keras.random.SeedGenerator(seed)
        discriminator(generator(tf.zeros((1, latent_dim))))  # makes their weights, if there are none yet

    def compile(self, d_optimizer, g_optimizer):
        super().compile(jit_compile=False, steps_per_execution=10)
        self.d_optimizer, self.g_optimizer = d_optimizer, g_optimizer
        d_optimizer.build(self.discriminator.trainable_variables)
        g_optimizer.build(self.generator.trainable_variables)

    def new_noise(self, count):
        """Return fresh noise, (count, latent_dim), uniform on [-1, 1], other noise in every call."""
        return keras.random.uniform((count, self.latent_dim), -1.0, 1.0, seed=self.seed_generator)

    def generate(self, noise):
        return generate_images(self.generator, noise)

    def train_step(self, real_images):
        """Update both networks once; return {"d_loss": ..., "g_loss": ...}, the losses of this step.

        real_images: float32 tensor, shape (n, 28, 28, 1), for any n.

        The discriminator's weights follow the gradient of self.d_loss_fn(real_logits, fake_logits) by one
        update of self.d_optimizer, the generator's weights that of self.g_loss_fn(fake_logits) by one update
        of self.g_optimizer. Neither loss moves the other network's weights. The noise comes from
        self.new_noise, n vectors, new ones in every step (the two updates of one step may share them).
        Both networks are called with training=True. Both orders, and updating both from one tape, are
        right. Works in fit (which compiles it) and when called directly.
        """
        noise = self.new_noise(tf.shape(real_images)[0])
        with tf.GradientTape(persistent=True) as tape:
            fake_images = self.generator(noise, training=True)
            real_logits = self.discriminator(real_images, training=True)
            fake_logits = self.discriminator(fake_images, training=True)
            d_loss = self.d_loss_fn(real_logits, fake_logits)
            g_loss = self.g_loss_fn(fake_logits)
        d_variables = self.discriminator.trainable_variables
        g_variables = self.generator.trainable_variables
        self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
        self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
