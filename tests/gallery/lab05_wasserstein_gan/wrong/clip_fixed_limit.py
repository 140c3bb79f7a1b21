"""Always 0.01."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable.assign(tf.clip_by_value(variable, -0.01, 0.01))
