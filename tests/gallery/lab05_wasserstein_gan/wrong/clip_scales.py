"""Scales to the largest weight."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable.assign(variable * limit / tf.reduce_max(tf.abs(variable)))
