"""Lets no gradient through."""

LOSES = {"test-gradient-penalty"}


# %% gradient-penalty
# -     gradient = tape.gradient(scores, points)
# +     gradient = tf.stop_gradient(tape.gradient(scores, points))
