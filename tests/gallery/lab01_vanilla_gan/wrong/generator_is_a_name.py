"""Returns what the network is called."""

LOSES = {"test-generator"}


# %% generator
# -         name="generator",
# -     )
# +         name="generator",
# +     ).name
