"""A critic whose own code adds new noise by Keras in training mode."""

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
            x = x + keras.random.normal(keras.ops.shape(x))
        return self.last(self.hidden(x))


def build_critic():
    return Critic()
