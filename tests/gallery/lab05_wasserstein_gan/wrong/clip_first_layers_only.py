"""Does not look into the inner network."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -     for variable in critic.trainable_variables:
# +     for variable in [v for layer in critic.layers if hasattr(layer, "kernel") for v in layer.trainable_variables]:
