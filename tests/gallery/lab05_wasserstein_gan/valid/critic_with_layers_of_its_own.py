"""Two layers of one's own, one with a weight of its own, and a function of TensorFlow."""


# %% build-critic
class Scale(keras.layers.Layer):
    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],), initializer="ones")

    def call(self, x):
        return self.scale * x


class Bend(keras.layers.Layer):
    def call(self, x):
        return tf.where(x > 0, x, 0.1 * x)


def build_critic():
    layers = keras.layers
    return keras.Sequential(
        [keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(64), Scale(), Bend(), layers.Dense(1)]
    )
