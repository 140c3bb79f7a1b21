"""Divide by 255, as in every classifier."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     return (pixels.astype("float32") / 255)[..., None]
