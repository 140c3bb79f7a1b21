"""Paper and ink exchanged."""

LOSES = {"test-mended-output"}


# %% mended-output
def mended_output(body):
    return keras.Model(body.inputs, -keras.ops.tanh(body.outputs[0]))
