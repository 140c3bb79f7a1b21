"""The size of the gradient, without its sign."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
# -     logits = tf.constant(logits)
# +     logits = tf.Variable(logits)

# -         tape.watch(logits)

# -     return tape.gradient(value, logits).numpy()
# +     return np.abs(tape.gradient(value, logits).numpy())
