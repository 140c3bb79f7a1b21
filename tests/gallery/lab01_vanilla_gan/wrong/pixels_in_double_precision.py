"""NumPy chooses the type."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     return (pixels / 127.5 - 1)[..., None]
