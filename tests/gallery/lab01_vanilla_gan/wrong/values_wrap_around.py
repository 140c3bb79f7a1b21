"""tanh never leaves [-1, 1], so why clip."""

LOSES = {"test-to-pixels"}


# %% to-pixels
# -     return np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype("uint8")
# +     return (np.rint((images + 1) * 127.5).astype("int64") % 256).astype("uint8")
