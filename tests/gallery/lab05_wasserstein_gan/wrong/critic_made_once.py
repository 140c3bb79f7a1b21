"""Builds one network, once."""

LOSES = {"test-build-critic"}


# %% build-critic
@functools.cache
def build_critic():
    layers = keras.layers
    return keras.Sequential(
        [keras.Input((28, 28, 1)), layers.Flatten(), layers.Dense(64, "relu"), layers.Dense(1)]
    )
