"""astype makes whole numbers."""

LOSES = {"test-to-pixels"}


# %% to-pixels
# -     return np.clip(np.rint((images + 1.0) * 127.5), 0, 255).astype("uint8")
# +     return np.clip((images + 1) * 127.5, 0, 255).astype("uint8")
