"""The size of the gradient, without its sign."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    logits = tf.Variable(logits)
    with tf.GradientTape() as tape:
        value = loss(logits)
    return np.abs(tape.gradient(value, logits).numpy())
