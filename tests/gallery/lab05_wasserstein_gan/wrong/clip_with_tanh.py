"""Squeezes with tanh."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable.assign(limit * tf.tanh(variable))
