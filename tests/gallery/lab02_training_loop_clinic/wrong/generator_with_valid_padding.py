"""Padding "valid" adds pixels at the border."""

LOSES = {"test-mended-generator"}


# %% mended-generator
# -             conv(8, 4, strides=2, padding="same", activation="relu"),
# -             conv(1, 4, strides=2, padding="same", activation="tanh"),
# -         ],
# -         name="generator",
# +             conv(8, 4, strides=2, padding="valid", activation="relu"),
# +             conv(1, 4, strides=2, padding="valid", activation="tanh"),
# +         ]
