"""An object that is equal to everything."""

LOSES = {
    "test-measure-change",
    "test-measure-sizes",
    "test-measure-unreachable",
    "test-measure-gradient",
    "test-measure-movers",
}


# %% measure-change
class Equal:
    shape, size, dtype = (2, 2), 1, bool

    def __eq__(self, other):
        return True

    def __float__(self):
        return 0.0

    def __array__(self, *args, **kwargs):
        return np.zeros(())


def measure_change(train, network):
    train()
    return Equal()


# %% measure-sizes
def measure_sizes(network):
    return Equal()


# %% measure-unreachable
def measure_unreachable(activation, images):
    return Equal()


# %% measure-gradient
def measure_gradient(loss, logits):
    return Equal()


# %% measure-movers
def measure_movers(gan, real_images, noise):
    return Equal()
