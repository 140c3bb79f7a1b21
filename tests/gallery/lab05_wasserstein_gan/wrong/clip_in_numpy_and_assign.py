"""NumPy on the variable itself, which fails in a compiled function."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -         variable.assign(tf.clip_by_value(variable, -limit, limit))
# +         variable.assign(np.clip(variable, -limit, limit))
