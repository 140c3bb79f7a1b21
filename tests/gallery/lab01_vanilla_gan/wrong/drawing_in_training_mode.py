"""training=True, as in the step."""

LOSES = {"test-generate"}


# %% generate
# -     return generator(noise, training=False)
# +     return generator(noise, training=True)
