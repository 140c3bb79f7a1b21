"""The size is mended, but the sigmoid draws in 0 to 1."""

LOSES = {"test-mended-generator"}


# %% mended-generator
# -             conv(1, 4, strides=2, padding="same", activation="tanh"),
# -         ],
# -         name="generator",
# +             conv(1, 4, strides=2, padding="same", activation="sigmoid"),
# +         ]
