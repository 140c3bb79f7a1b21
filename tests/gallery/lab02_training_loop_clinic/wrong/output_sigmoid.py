"""A sigmoid, so no pixel can be negative."""

LOSES = {"test-mended-output"}


# %% mended-output
def mended_output(body):
    return keras.Sequential([body, keras.layers.Activation("sigmoid")])
