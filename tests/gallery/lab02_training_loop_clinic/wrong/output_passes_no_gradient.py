"""The pixels are right, but the last step leaves TensorFlow, and no gradient comes back."""

LOSES = {"test-mended-output"}


# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     class Bounded(keras.Model):
# +         def __init__(self):
# +             super().__init__()
# +             self.body = body
# +
# +         def call(self, noise):
# +             return tf.convert_to_tensor(np.tanh(self.body(noise).numpy()))
# +
# +     return Bounded()
