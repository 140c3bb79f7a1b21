"""A keras.Model with a train_step, run by fit with one batch at a time."""


# %% mended-training
class Trainer(keras.Model):
    def __init__(self, g, d, g_opt, d_opt):
        super().__init__()
        self.g, self.d, self.g_opt, self.d_opt = g, d, g_opt, d_opt

    def train_step(self, batch):
        x, z = batch
        with tf.GradientTape() as tape:
            d_loss = tf.reduce_mean(tf.nn.softplus(-self.d(x))) + tf.reduce_mean(
                tf.nn.softplus(self.d(self.g(z)))
            )
        self.d_opt.apply(tape.gradient(d_loss, self.d.trainable_variables), self.d.trainable_variables)
        with tf.GradientTape() as tape:
            g_loss = tf.reduce_mean(tf.nn.softplus(-self.d(self.g(z))))
        self.g_opt.apply(tape.gradient(g_loss, self.g.trainable_variables), self.g.trainable_variables)
        return {"g_loss": g_loss}


def mended_training(generator, discriminator, real_batches, noise_batches, d_optimizer, g_optimizer):

    trainer = Trainer(generator, discriminator, g_optimizer, d_optimizer)
    trainer.compile()
    g_optimizer.build(generator.trainable_variables)
    d_optimizer.build(discriminator.trainable_variables)
    losses = []
    for x, z in zip(real_batches, noise_batches, strict=True):
        fitted = trainer.fit(x, z, batch_size=len(x), verbose=0, shuffle=False)
        losses.append(fitted.history["g_loss"][0])
    return losses
