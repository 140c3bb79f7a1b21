"""Built a generator with ten million parameters."""

LOSES = {"test-generator"}


# %% generator
# -             layers.Dense(4 * 4 * 96, use_bias=False),
# -             layers.Reshape((4, 4, 96)),
# +             layers.Dense(4 * 4 * 8192, use_bias=False),
# +             layers.Reshape((4, 4, 8192)),
