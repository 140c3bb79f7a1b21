"""Calls a function of the test cell, which is not there when the answer is marked."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    logits = tf.constant(logits)
    with tf.GradientTape() as tape:
        tape.watch(logits)
        value = reference_loss("does not saturate", 1.0)(logits)
    return tape.gradient(value, logits)
