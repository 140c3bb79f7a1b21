"""A functional model from the body's own input and output, as in notebook 03."""


# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     return keras.Model(body.input, keras.layers.Activation("tanh")(body.output))
