"""A @tf.function before call() holds on to the weights of its first call: they never train."""

LOSES = {"test-build-critic"}


# %% build-critic
class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.hidden = keras.layers.Flatten(), keras.layers.Dense(32, activation="relu")
        self.last = keras.layers.Dense(1)

    @tf.function
    def call(self, images, training=False):
        return self.last(self.hidden(self.flat(images)))


def build_critic():
    return Critic()
