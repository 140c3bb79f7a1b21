"""Noise vectors first, then the steps."""

LOSES = {"test-walk"}


# %% walk
# -     return np.stack(images)
# +     return np.stack(images, axis=1)
