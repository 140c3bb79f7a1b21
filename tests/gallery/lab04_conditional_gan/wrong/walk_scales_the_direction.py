"""Scaled the direction to length 1."""

LOSES = {"test-walk"}


# %% walk
# -         there = (noise + reach * np.asarray(direction)).astype("float32")
# +         unit = direction / np.linalg.norm(direction)
# +         there = (noise + reach * unit).astype("float32")
