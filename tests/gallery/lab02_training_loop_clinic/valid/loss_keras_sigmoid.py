"""A Keras sigmoid right before the cross-entropy keeps its logits."""


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     probability = keras.activations.sigmoid(fake_logits)
# +     return keras.losses.BinaryCrossentropy()(keras.ops.ones_like(probability), probability)

# %% mended-output
# -     return keras.Sequential([body, keras.layers.Activation("tanh")])
# +     return keras.Model(body.inputs, keras.ops.tanh(body.outputs[0]))


# %% measure-change
def measure_change(train, network):
    """Compare variable by variable."""
    start = [w.numpy() for w in network.weights]
    train()
    largest = 0.0
    for old, variable in zip(start, network.weights, strict=True):
        largest = max(largest, np.max(np.abs(variable.numpy() - old)))
    return largest
