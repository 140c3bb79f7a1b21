"""Used set_weights() and NumPy, which a compiled step cannot."""

LOSES = {"test-update-average"}


# %% update-average
# -     for mean, new in zip(average.weights, generator.weights, strict=True):
# -         mean.assign(keep * mean + (1.0 - keep) * new)
# +     pairs = zip(average.get_weights(), generator.get_weights())
# +     average.set_weights([keep * a + (1 - keep) * b for a, b in pairs])
