"""A subclass with layer normalisation; quantile functions for the distance; a jacobian for the gradient."""


# %% build-critic
class Scorer(keras.Model):
    def __init__(self):
        super().__init__()
        self.parts = [keras.layers.Conv2D(c, 4, 2, padding="same") for c in (16, 32, 64)]
        self.norms = [keras.layers.LayerNormalization() for _ in range(2)]
        self.last = keras.layers.Dense(1)

    def call(self, images):
        x = keras.ops.silu(self.parts[0](images))
        for part, norm in zip(self.parts[1:], self.norms, strict=True):
            x = keras.ops.silu(norm(part(x)))
        return self.last(keras.ops.reshape(x, (-1, 4 * 4 * 64)))


def build_critic():
    return Scorer()


# %% distance-any
def distance_any(first, second):
    size = np.lcm(len(first), len(second))
    a = np.repeat(np.sort(first), size // len(first))
    b = np.repeat(np.sort(second), size // len(second))
    return np.abs(a - b).mean()


# %% gradient-penalty
def gradient_penalty(critic, points):
    with tf.GradientTape() as tape:
        tape.watch(points)
        scores = critic(points, training=True)
    jacobian = tape.batch_jacobian(scores, points)
    squares = tf.reduce_sum(tf.reshape(jacobian, (points.shape[0], -1)) ** 2, axis=1)
    return tf.reduce_mean((tf.sqrt(squares + 1e-8) - 1) ** 2)


# %% find-mistake
def find_mistake(record):
    n = record["points"].shape[0]
    finite = np.isfinite(record["weight_gradient"]).all()
    lengths = np.sqrt(np.sum(record["gradient"] ** 2, axis=(1, 2, 3)) + 1e-12)
    if record["slopes"].shape != lengths.shape or not np.allclose(record["slopes"], lengths, atol=1e-3):
        return "d"
    way = (record["fake_images"] - record["real_images"]).reshape(n, -1)
    moved = (record["points"] - record["real_images"]).reshape(n, -1)
    with np.errstate(all="ignore"):
        share = np.where(np.abs(way) > 1e-3, moved / way, np.nan)
    answers = {
        "e": not finite,
        "c": np.nanmax(np.nanstd(share, axis=1)) > 1e-3,
        "a": np.nanmin(share) < -1e-3 or np.nanmax(share) > 1.001,
        "b": np.nanstd(share) < 1e-3,
    }
    return next((letter for letter, true in answers.items() if true), "none")
