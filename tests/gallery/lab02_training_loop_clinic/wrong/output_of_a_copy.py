"""A clone of the body has other weights."""

LOSES = {"test-mended-output"}


# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     return keras.Sequential([keras.models.clone_model(body), keras.layers.Activation("tanh")])
