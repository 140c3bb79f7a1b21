"""Clips what does not train too."""

LOSES = {"test-clip-weights"}


# %% clip-weights
# -     for variable in critic.trainable_variables:
# +     for variable in critic.variables:
