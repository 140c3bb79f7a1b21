"""A clone of the body has other weights."""

LOSES = {"test-mended-output"}


# %% mended-output
def mended_output(body):
    return keras.Sequential([keras.models.clone_model(body), keras.layers.Activation("tanh")])
