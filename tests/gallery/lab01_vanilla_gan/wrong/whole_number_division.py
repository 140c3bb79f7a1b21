"""Half of 255 is 127, and // keeps the numbers tidy."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     return (pixels // 127.5 - 1).astype("float32")[..., None]
