"""The logits are no variables and were not watched: the gradient is None."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    logits = tf.constant(logits)
    with tf.GradientTape() as tape:
        value = loss(logits)
    return tape.gradient(value, logits)
