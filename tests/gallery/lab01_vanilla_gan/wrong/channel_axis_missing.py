"""The images have a height and a width; that is enough."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     return pixels.astype("float32") / 127.5 - 1
