"""Averaged what trains and copied the moving averages."""

LOSES = {"test-update-average"}


# %% update-average
# -     for mean, new in zip(average.weights, generator.weights, strict=True):
# -         mean.assign(keep * mean + (1.0 - keep) * new)
# +     for mean, new in zip(average.trainable_weights, generator.trainable_weights, strict=True):
# +         mean.assign(keep * mean + (1 - keep) * new)
# +     for mean, new in zip(average.non_trainable_weights, generator.non_trainable_weights, strict=True):
# +         mean.assign(new)
