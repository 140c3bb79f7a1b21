"""ReLU with an upper end, moved down by 1: flat for all numbers under 0."""

LOSES = {"test-mended-output"}


# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     top, down = keras.layers.ReLU(max_value=2.0), keras.layers.Rescaling(1.0, offset=-1.0)
# +     return keras.Sequential([body, top, down])
