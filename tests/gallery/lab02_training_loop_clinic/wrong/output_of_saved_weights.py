"""A clone of the body that is given the body's weights: right now, and no longer after the next update."""

LOSES = {"test-mended-output"}


# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     copy = keras.models.clone_model(body)
# +     copy.set_weights(body.get_weights())
# +     return keras.Sequential([copy, keras.layers.Activation("tanh")])
