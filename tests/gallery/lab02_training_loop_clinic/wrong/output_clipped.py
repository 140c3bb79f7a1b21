"""Clipping brings the numbers into the range, but it is flat outside."""

LOSES = {"test-mended-output"}


# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     return keras.Model(body.inputs, keras.ops.clip(body.outputs[0], -1, 1))
