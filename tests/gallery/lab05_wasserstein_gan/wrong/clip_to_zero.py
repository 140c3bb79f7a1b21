"""Sets what is outside to 0."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable.assign(tf.where(tf.abs(variable) > limit, 0.0, variable))
