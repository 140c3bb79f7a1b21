"""The gradient for the weights."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
def gradient_penalty(critic, points):
    with tf.GradientTape() as tape:
        scores = critic(points, training=True)
    gradients = tape.gradient(scores, critic.trainable_variables)
    squares = sum(tf.reduce_sum(one**2) for one in gradients if one is not None)
    return (tf.sqrt(squares + 1e-12) - 1) ** 2
