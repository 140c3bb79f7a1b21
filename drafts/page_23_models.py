from helpers import assets, data, metrics, profile, training
from helpers.gan import AveragedGAN
import keras, numpy as np, tensorflow as tf
from time import process_time
layers = keras.layers
train_images, _ = data.load_digits("train")
test_images, _ = data.load_digits("test")

def blank(name):
    return keras.models.clone_model(keras.models.load_model(assets.asset(name)))

class Averaged(keras.Model):
    """One network trained by one loss; draws with the average of its weights, as AveragedGAN does."""
    power = 8
    def __init__(self, network, seed):
        super().__init__()
        self.network, self.average = network, keras.models.clone_model(network)
        self.average.set_weights(network.get_weights())
        self.seeds = keras.random.SeedGenerator(seed)
        self.compile(keras.optimizers.Adam(2e-3, beta_2=0.99), jit_compile=False)
        self.optimizer.build(network.trainable_variables)
        self.built = True
    def train_step(self, images):
        with tf.GradientTape() as tape:
            loss = self.loss_of(images)
        weights = self.network.trainable_variables
        self.optimizer.apply(tape.gradient(loss, weights), weights)
        keep = (1.0 - 1.0 / tf.cast(self.optimizer.iterations, "float32")) ** self.power
        for mean, new in zip(self.average.weights, self.network.weights):
            mean.assign(keep * mean + (1.0 - keep) * new)
        return {"loss": loss}
    def normal(self, shape):
        return keras.random.normal(shape, seed=self.seeds)

# --- VAE
class VAE(Averaged):
    codes = 24
    def __init__(self, seed):
        images = keras.Input((28, 28, 1)); x = images
        for c, s in ((16, 2), (32, 2), (64, 2)):
            x = layers.LeakyReLU(0.2)(layers.Conv2D(c, 4, s, padding="same")(x))
        mean, log_var = (layers.Dense(self.codes)(layers.Flatten()(x)) for _ in range(2))
        self_noise = keras.Input((self.codes,))
        decoder = blank("dcgan_generator.keras")
        code = mean + keras.ops.exp(log_var / 2) * self_noise
        super().__init__(keras.Model([images, self_noise], [decoder(code), mean, log_var]), seed)
        self.decoder = [l for l in self.average.layers if l.name == decoder.name][0]
    def loss_of(self, images):
        drawn, mean, log_var = self.network([images, self.normal((tf.shape(images)[0], self.codes))], training=True)
        kl = tf.reduce_mean(tf.reduce_sum(tf.exp(log_var) + mean**2 - 1 - log_var, axis=1)) / 2
        return 784 / 2 * tf.math.log(tf.reduce_mean((images - drawn) ** 2)) + kl
    def draw(self, count, seed):
        return self.decoder(keras.random.normal((count, self.codes), seed=seed), training=False)

# --- autoregressive
levels = 8
def window(images, rows, columns):
    """(n,28,28,1) -> (n, 14, 27): what stands above and left; 0 where nothing is yet."""
class PixelByPixel(Averaged):
    up, side = 12, 12
    def __init__(self, seed):
        known = self.up * (2 * self.side + 1) + self.side
        x = inputs = keras.Input((known + 56,))
        for _ in range(3):
            x = layers.LeakyReLU(0.2)(layers.Dense(256)(x))
        super().__init__(keras.Model(inputs, layers.Dense(levels)(x)), seed)
    def context(self, images, row, column):
        """images (n, 28, 28), row & column (n,) -> (n, known + 56)."""
        padded = tf.pad(images + 1, ((0, 0), (self.up, 0), (self.side, self.side)))  # 0: black or nothing
        n = tf.shape(images)[0]
        r = row[:, None, None] + tf.range(self.up + 1)[None, :, None]
        c = column[:, None, None] + tf.range(2 * self.side + 1)[None, None, :]
        patch = tf.gather_nd(padded, tf.stack(tf.broadcast_dynamic_shape and [tf.broadcast_to(tf.range(n)[:, None, None], (n, self.up + 1, 2 * self.side + 1)), tf.broadcast_to(r, (n, self.up + 1, 2 * self.side + 1)), tf.broadcast_to(c, (n, self.up + 1, 2 * self.side + 1))], axis=-1))
        flat = tf.reshape(patch, (n, -1))[:, : self.up * (2 * self.side + 1) + self.side]
        return tf.concat([flat, tf.one_hot(row, 28), tf.one_hot(column, 28)], axis=1)
    def loss_of(self, images):
        n, each = tf.shape(images)[0], 32
        level = tf.clip_by_value(tf.cast((images[..., 0] + 1) / 2 * levels, "int32"), 0, levels - 1)
        coarse = tf.cast(level, "float32") / (levels - 1) * 2 - 1
        row, column = (keras.random.randint((n * each,), 0, 28, seed=self.seeds) for _ in range(2))
        which = tf.repeat(tf.range(n), each)
        logits = self.network(self.context(tf.gather(coarse, which), row, column), training=True)
        wanted = tf.gather_nd(level, tf.stack([which, row, column], axis=1))
        return tf.reduce_mean(keras.losses.sparse_categorical_crossentropy(wanted, logits, from_logits=True))
    def draw(self, count, seed):
        draw = keras.random.SeedGenerator(seed)
        @tf.function(jit_compile=False)
        def pixel(images, place):
            row, column = place // 28, place % 28
            logits = self.average(self.context(images, tf.fill((count,), row), tf.fill((count,), column)))
            level = keras.random.categorical(logits, 1, seed=draw)[:, 0]
            value = tf.cast(level, "float32") / (levels - 1) * 2 - 1
            at = tf.stack([tf.range(count), tf.fill((count,), row), tf.fill((count,), column)], axis=1)
            return tf.tensor_scatter_nd_update(images, at, value)
        images = -tf.ones((count, 28, 28))
        for place in tf.range(784):
            images = pixel(images, place)
        return images[..., None]

# --- flow matching
class FlowMatching(Averaged):
    def __init__(self, seed):
        images, time = keras.Input((28, 28, 1)), keras.Input((1,))
        waves = keras.ops.concatenate([keras.ops.cos(time * w) for w in (1.6, 3.1, 6.3, 12.6)] + [keras.ops.sin(time * w) for w in (1.6, 3.1, 6.3, 12.6)], axis=-1)
        told = layers.Dense(64, "silu")(waves)
        def block(x, channels):
            y = layers.Conv2D(channels, 3, padding="same")(x)
            y = layers.GroupNormalization(4)(y)
            scale, shift = (layers.Dense(channels)(told)[:, None, None] for _ in range(2))
            y = layers.Conv2D(channels, 3, padding="same")(keras.ops.silu(y * (1 + scale) + shift))
            return y + (x if x.shape[-1] == channels else layers.Conv2D(channels, 1)(x))
        a = layers.Conv2D(24, 4, 2, padding="same")(images)     # 14 x 14
        a = block(a, 24)
        b = block(layers.Conv2D(64, 4, 2, padding="same")(a), 64)  # 7 x 7
        b = block(b, 64)
        c = layers.Concatenate()([a, layers.Conv2DTranspose(24, 4, 2, padding="same")(b)])
        c = block(c, 24)
        out = layers.Conv2DTranspose(1, 4, 2, padding="same")(keras.ops.silu(c))
        super().__init__(keras.Model([images, time], out), seed)
    def loss_of(self, images):
        n = tf.shape(images)[0]
        noise, time = self.normal(tf.shape(images)), keras.random.uniform((n, 1), seed=self.seeds)
        t = time[:, :, None, None]
        velocity = self.network([(1 - t) * noise + t * images, time], training=True)
        return tf.reduce_mean((velocity - (images - noise)) ** 2)
    def draw(self, count, seed, steps=20):
        x = keras.random.normal((count, 28, 28, 1), seed=seed)
        @tf.function(jit_compile=False)
        def step(x, t):
            at = tf.fill((count, 1), t)
            v = self.average([x, at], training=False)
            ahead = self.average([x + v / steps, at + 1 / steps], training=False)
            return x + (v + ahead) / 2 / steps
        for i in range(steps):
            x = step(x, tf.constant(i / steps))
        return tf.clip_by_value(x, -1, 1)

class Game(AveragedGAN):
    def draw(self, count, seed):
        return self.generate(self.draw_noise(count, seed=seed))
def new_gan(seed):
    profile.set_seed(seed)
    gan = Game(blank("dcgan_generator.keras"), blank("dcgan_discriminator.keras"), 24, seed)
    gan.compile(*(keras.optimizers.Adam(r, beta_1=0.5, beta_2=0.99) for r in (2e-3, 4e-3)))
    return gan
def build(kind):
    def make(seed):
        profile.set_seed(seed)
        return kind(seed)
    return make
kinds = {"GAN": new_gan, "VAE": build(VAE), "pixels": build(PixelByPixel), "flow": build(FlowMatching)}
real = metrics.digit_features(test_images)
class Stop(keras.callbacks.Callback):
    def __init__(self, seconds): super().__init__(); self.seconds = seconds; self.count = 0
    def on_train_batch_end(self, batch, logs=None):
        self.count += 1; self.logs = logs
        if self.count == 2: self.began = process_time()
        if self.count > 2 and process_time() - self.began > self.seconds: self.model.stop_training = True
def judge(model, count=2000):
    began = process_time()
    x = np.asarray(model.draw(count, seed=8)).clip(-1, 1)
    took = process_time() - began
    f = metrics.digit_features(x)
    p, r = metrics.precision_recall(real, f[:1000])
    sure = (metrics.digit_probabilities(x).max(1) >= 0.9).mean()
    near = metrics.nearest_training_image(x[:1000], train_images)[1]
    return x, dict(distance=round(metrics.frechet_distance(real, f).value, 2), precision=round(p, 3), recall=round(r, 3), sure=round(float(sure), 3), near=round(float(near.mean()), 2), draw_1000=round(took * 1000 / count, 2))
if __name__ == "__main__":
    import sys
    kind, seconds, batch = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    m = kinds[kind](1)
    for a in sys.argv[4:]:
        k, v = a.split("=")
        if k == "rate": m.optimizer.learning_rate = float(v)
    print(kind, m.count_params() if kind != "GAN" else "")
    stop = Stop(seconds)
    m.fit(data.batches(train_images, batch_size=batch, seed=1), steps_per_epoch=10**6, epochs=1, verbose=0, callbacks=[stop])
    x, out = judge(m)
    print(kind, seconds, "batch", batch, sys.argv[4:], "steps", stop.count, {k: float(v) for k, v in stop.logs.items()}, out, flush=True)
    np.save(f"/tmp/s23/{kind}_{int(seconds)}.npy", x[:40])
