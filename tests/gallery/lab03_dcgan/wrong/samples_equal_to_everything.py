"""Returned an object that claims to be equal to everything."""

LOSES = {"test-draw-samples"}


# %% draw-samples
class Anything:
    shape = (4, 2, 2, 1)

    def __eq__(self, other):
        return True

    def __array__(self, *settings, **more):
        return np.zeros(self.shape)


def draw_samples(gan, noise):
    return Anything()
