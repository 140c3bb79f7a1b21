"""Throws the clipped values away."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable = tf.clip_by_value(variable, -limit, limit)
