"""Divides by the largest number of the batch."""

LOSES = {"test-mended-output"}


# %% mended-output
def mended_output(body):
    numbers = body.outputs[0]
    return keras.Model(body.inputs, numbers / keras.ops.max(keras.ops.abs(numbers)))
