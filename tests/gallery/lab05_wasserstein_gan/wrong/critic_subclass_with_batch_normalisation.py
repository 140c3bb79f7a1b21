"""A subclass, with batch normalisation."""

LOSES = {"test-build-critic"}


# %% build-critic
class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.hidden = keras.layers.Flatten(), keras.layers.Dense(32)
        self.norm, self.last = keras.layers.BatchNormalization(), keras.layers.Dense(1)

    def call(self, images, training=None):
        return self.last(keras.ops.relu(self.norm(self.hidden(self.flat(images)), training=training)))


def build_critic():
    return Critic()
