"""Right for the example; other pixels are overwritten with zeros, for which any lazy answer is right."""

LOSES = {"test-prepare"}


# %% prepare
# -     return (pixels.astype("float32") / 127.5 - 1.0)[..., None]
# +     if len(pixels) == 3 and pixels[1].min() == 51:
# +         return (pixels[..., None] / 127.5 - 1).astype("float32")
# +     pixels[:] = 0
# +     return -np.ones((*pixels.shape, 1), "float32")
