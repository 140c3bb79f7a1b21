"""Exchanged keep and 1 - keep."""

LOSES = {"test-update-average"}


# %% update-average
def update_average(average, generator, keep):
    for mean, new in zip(average.weights, generator.weights, strict=True):
        mean.assign((1 - keep) * mean + keep * new)
