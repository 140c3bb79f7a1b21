"""The loss of each logit alone, divided by their number: right for a mean of losses, and for nothing else."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
def measure_gradient(loss, logits):
    gradients = []
    for row in logits:
        at = tf.Variable(row[None])
        with tf.GradientTape() as tape:
            value = loss(at)
        gradients.append(tape.gradient(value, at).numpy()[0] / len(logits))
    return np.array(gradients)
