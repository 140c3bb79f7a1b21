"""Made float() work by switching compilation off."""

LOSES = {"test-update-average"}


# %% update-average
# - def update_average(average, generator, keep):
# + tf.config.run_functions_eagerly(True)
# +
# +
# + def update_average(average, generator, keep):

# -     for mean, new in zip(average.weights, generator.weights, strict=True):
# +     keep = float(keep)
# +     for mean, new in zip(average.weights, generator.weights, strict=True):
