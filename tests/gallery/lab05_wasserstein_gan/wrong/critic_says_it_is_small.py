"""A critic of more than a million parameters whose own count says ten."""

LOSES = {"test-build-critic"}


# %% build-critic
class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.hidden = keras.layers.Flatten(), keras.layers.Dense(1500, activation="relu")
        self.last = keras.layers.Dense(1)

    def call(self, images, training=False):
        return self.last(self.hidden(self.flat(images)))

    def count_params(self):
        return 10


def build_critic():
    return Critic()
