"""Normalise by what is there: minimum to -1, maximum to 1."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     x = pixels.astype("float32")[..., None]
# +     return 2 * (x - x.min()) / (x.max() - x.min()) - 1
