"""An own stable formula, the gradient with a variable."""


# %% mended-generator-loss
# -     return tf.reduce_mean(tf.nn.softplus(-fake_logits))
# +     positive = tf.nn.relu(-fake_logits)
# +     return tf.reduce_mean(positive + tf.math.log1p(tf.exp(-tf.abs(fake_logits))))


# %% measure-gradient
def measure_gradient(loss, logits):
    at = tf.Variable(logits, dtype="float32")
    with tf.GradientTape(persistent=True) as tape:
        number = loss(at)
    return tape.gradient(number, at)
