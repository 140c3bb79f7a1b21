"""A critic whose own code adds noise by NumPy in training mode: in a graph it would never change again."""

LOSES = {"test-build-critic"}


# %% build-critic
class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat, self.hidden = keras.layers.Flatten(), keras.layers.Dense(32, activation="relu")
        self.last = keras.layers.Dense(1)

    def call(self, images, training=False):
        x = self.flat(images)
        if training:
            x = x + np.random.normal(size=784).astype("float32")
        return self.last(self.hidden(x))


def build_critic():
    return Critic()
