"""Wrote down the formula of the non-saturating loss."""

LOSES = {"test-measure-gradient"}


# %% measure-gradient
# -     logits = tf.constant(logits)
# -     with tf.GradientTape() as tape:
# -         tape.watch(logits)
# -         value = loss(logits)
# -     return tape.gradient(value, logits).numpy()
# +     return -1 / (1 + np.exp(logits)) / len(logits)
