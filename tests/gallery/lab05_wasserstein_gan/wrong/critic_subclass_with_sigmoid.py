"""A subclass that ends in a sigmoid."""

LOSES = {"test-build-critic"}


# %% build-critic
class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.hidden = keras.layers.Flatten(), keras.layers.Dense(32, activation="relu")
        self.last = keras.layers.Dense(1)

    def call(self, images, training=None):
        return keras.ops.sigmoid(self.last(self.hidden(self.flat(images))))


def build_critic():
    return Critic()
