"""Doubles the pixels before they are anything but bytes."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     return ((2 * pixels - 255) / 255).astype("float32")[..., None]
