"""Scales each variable to a length."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable.assign(tf.clip_by_norm(variable, limit))
