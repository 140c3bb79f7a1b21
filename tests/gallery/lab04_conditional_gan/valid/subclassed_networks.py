"""Subclasses of keras.Model; the embedding is multiplied with the noise; a table of weights of its own."""


# %% generator
class Drawer(keras.Model):
    def __init__(self, latent_dim, num_classes):
        super().__init__()
        self.rows = keras.layers.Embedding(num_classes, latent_dim)
        self.first = keras.layers.Dense(7 * 7 * 16)
        self.norm = keras.layers.BatchNormalization()
        self.up = keras.layers.Conv2DTranspose(16, 4, 2, padding="same", activation="elu")
        self.last = keras.layers.Conv2DTranspose(1, 4, 2, padding="same", activation="tanh")

    def call(self, inputs, training=None):
        noise, labels = inputs
        x = keras.ops.relu(self.norm(self.first(noise * (1 + self.rows(labels))), training=training))
        return self.last(self.up(keras.ops.reshape(x, (-1, 7, 7, 16))))


def build_generator(latent_dim, num_classes):
    return Drawer(latent_dim, num_classes)


# %% discriminator
class Judge(keras.Model):
    def __init__(self, num_classes):
        super().__init__()
        self.convolutions = [keras.layers.Conv2D(c, 4, 2, padding="same") for c in (16, 32)]
        self.flat = keras.layers.Flatten()
        self.every = keras.layers.Dense(num_classes)
        self.last = keras.layers.Dense(1)
        self.num_classes = num_classes

    def call(self, inputs, training=None):
        x, labels = inputs
        for layer in self.convolutions:
            x = keras.ops.leaky_relu(layer(x), 0.2)
        x = self.flat(x)
        mine = keras.ops.one_hot(labels, self.num_classes)
        return self.last(x) + keras.ops.sum(self.every(x) * mine, axis=1, keepdims=True)


def build_discriminator(num_classes):
    return Judge(num_classes)


# %% update-both
@tf.function
def update_both(gan, real_images, labels):
    with tf.GradientTape() as d_tape, tf.GradientTape() as g_tape:
        fake_images = gan.generator([gan.draw_noise(tf.shape(labels)[0]), labels], training=True)
        real_logits = gan.discriminator([real_images, labels], training=True)
        fake_logits = gan.discriminator([fake_images, labels], training=True)
        d_loss = tf.reduce_mean(tf.nn.softplus(-real_logits)) + tf.reduce_mean(tf.nn.softplus(fake_logits))
        g_loss = tf.reduce_mean(tf.nn.softplus(-fake_logits))
    for loss, tape, network, optimizer in (
        (d_loss, d_tape, gan.discriminator, gan.d_optimizer),
        (g_loss, g_tape, gan.generator, gan.g_optimizer),
    ):
        slopes = tape.gradient(loss, network.trainable_variables)
        optimizer.apply_gradients(zip(slopes, network.trainable_variables, strict=True))
    return {"d_loss": d_loss, "g_loss": g_loss}
